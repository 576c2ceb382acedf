import { openSandbox } from './sandbox';
import { sandboxWalk } from './sandbox-walk';
import { openOn, type ScreenName, SCREEN_NAMES } from './screens';
import { photographer } from './take';
import { test } from './test';

/** Who asks for a first contact, and how; one for each screen, as none of them is answered. */
const STRANGERS: Readonly<Record<ScreenName, { readonly name: string; readonly words: string }>> = {
  phone: {
    name: 'Mira Solberg',
    words: 'Hello! A friend told me that you explain pronunciation well. May I ask you something?',
  },
  tablet: { name: 'Noor Haddad', words: 'Hi Ana, do you still have an hour free on Wednesdays?' },
  desktop: { name: 'Tove Berg', words: 'I read your page twice and would love to learn with you.' },
};

// One after the other: all screens are of one account, and a request that comes in during one would be news in another.
test.describe.configure({ mode: 'default' });

for (const screen of SCREEN_NAMES) {
  test(`the sandbox, on a ${screen}`, async ({ aDevice, newcomer, system }) => {
    const { name, words } = STRANGERS[screen];
    const sandbox = await openSandbox(system.places, await newcomer({ name }), words);
    const shown = photographer('sandbox', screen, { isWhole: false });
    await sandboxWalk(await openOn(screen, aDevice), sandbox, shown);
  });
}
