import { walks } from '../reach/walks';
import { openOn, SCREEN_NAMES } from './screens';
import { photographer } from './take';
import { test } from './test';

for (const screen of SCREEN_NAMES) {
  for (const [name, walk] of walks) {
    test(`${name}, on a ${screen}`, async ({ aDevice, newcomer, mailFor }) => {
      await walk({ aDevice: () => openOn(screen, aDevice), newcomer, mailFor }, photographer(name, screen));
    });
  }
}
