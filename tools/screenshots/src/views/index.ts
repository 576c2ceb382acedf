import type { View } from '../view';
import { conversations } from './conversations';
import { people } from './people';
import { signedOut } from './signed-out';

/** Every view of the app, in the states that it can be in. */
export const views: readonly View[] = [...signedOut, ...conversations, ...people];
