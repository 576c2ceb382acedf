import { inPassing } from '../reach/walks/in-passing';
import { openOn, SCREEN_NAMES } from './screens';
import { photographer } from './take';
import { test } from './test';

for (const screen of SCREEN_NAMES) {
  test(`in passing, on a ${screen}`, async ({ aDevice, newcomer, mailFor }) => {
    const start = { aDevice: () => openOn(screen, aDevice), newcomer, mailFor };
    await inPassing(start, photographer('in passing', screen));
  });
}
