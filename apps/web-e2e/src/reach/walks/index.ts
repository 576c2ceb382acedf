import { aRoom } from './a-room';
import { account } from './account';
import { besideARoom } from './beside-a-room';
import { byMail } from './by-mail';
import { conversations } from './conversations';
import { keys } from './keys';
import { oneself } from './oneself';
import { people } from './people';
import { searching } from './searching';
import { kit, signedOut } from './signed-out';
import type { Walk } from './walk';

/** Together they come through every view of the app, in every state that it can be in. */
export const walks: readonly (readonly [name: string, walk: Walk])[] = [
  ['signing in', signedOut],
  ['what the links of mails lead to', byMail],
  ['the kit', kit],
  ['the conversations', conversations],
  ['a room', aRoom],
  ['what stands beside a room', besideARoom],
  ['searching', searching],
  ['people', people],
  ['oneself', oneself],
  ['the account', account],
  ['API keys', keys],
];
