import { aRoom } from './a-room';
import { besideARoom } from './beside-a-room';
import { conversations } from './conversations';
import { oneself } from './oneself';
import { people } from './people';
import { kit, signedOut } from './signed-out';
import type { Walk } from './walk';

/** Together they come through every view of the app, in every state that it can be in. */
export const walks: readonly (readonly [name: string, walk: Walk])[] = [
  ['signing in', signedOut],
  ['the kit', kit],
  ['the conversations', conversations],
  ['a room', aRoom],
  ['what stands beside a room', besideARoom],
  ['people', people],
  ['oneself', oneself],
];
