import { against } from '../support/reported';
import { test } from '../support/test';
import { walkClosely } from './look-closely';
import { walks } from './walks';

for (const [name, walk] of walks) {
  test(
    `${name}: nothing keeps anybody out, in the light, the dark or at high contrast; nothing is cut at 320 px, at 200 % or from right to left`,
    against('a screen reader or a keyboard is not enough'),
    ({ aDevice, newcomer, mailFor }) => walkClosely(walk, { aDevice, newcomer, mailFor }),
  );
}
