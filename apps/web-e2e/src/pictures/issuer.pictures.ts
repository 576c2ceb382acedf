import { byAnIssuer } from '../reach/walks/by-an-issuer';
import { openOn, SCREEN_NAMES } from './screens';
import { photographer } from './take';
import { test } from './test';

for (const screen of SCREEN_NAMES) {
  test(`signing in by an issuer, on a ${screen}`, async ({ aDevice, newcomer, mailFor }) => {
    const start = { aDevice: () => openOn(screen, aDevice), newcomer, mailFor };
    await byAnIssuer(start, photographer('signing in by an issuer', screen));
  });
}
