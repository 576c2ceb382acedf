import { openSandbox } from './sandbox';
import { sandboxWalk } from './sandbox-walk';
import { openOn, type ScreenName, SCREEN_NAMES } from './screens';
import { photographer } from './take';
import { test } from './test';

/** Who asks for a first contact; one for each screen, as none of them is answered. */
const STRANGERS: Readonly<Record<ScreenName, string>> = {
  phone: 'Mira Solberg',
  tablet: 'Noor Haddad',
  desktop: 'Tove Berg',
};

// One after the other: all screens are of one account, and a request that comes in during one would be news in another.
test.describe.configure({ mode: 'default' });

for (const screen of SCREEN_NAMES) {
  test(`the sandbox, on a ${screen}`, async ({ aDevice, newcomer, system }) => {
    const sandbox = await openSandbox(system.places, await newcomer({ name: STRANGERS[screen] }));
    const shown = photographer('sandbox', screen, { isWhole: false });
    await sandboxWalk(await openOn(screen, aDevice), sandbox, shown);
  });
}
