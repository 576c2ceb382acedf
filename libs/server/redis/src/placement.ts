/**
 * Into how many places names are put in a Cluster. A place is one slot: a member of 2,000 rooms costs as many subscriptions as there are places at most,
 * and so many masters are about as many as share the work evenly.
 */
export const PLACES = 256;

/** What a key or a channel that belongs to `subject` is called in this Redis. Names of one subject lie together. */
export type Placement = (name: string, subject: string) => string;

/** One server has one place: a name is what it is. */
export const asNamed: Placement = (name) => name;

/** In a Cluster the part in braces alone decides on the slot. */
export const inPlaces: Placement = (name, subject) => `{parley-${placeOf(subject)}}${name}`;

/** A channel by its own name, whatever place it was put into. */
export function withoutPlace(channel: Buffer): Buffer {
  return channel[0] === OPENING ? channel.subarray(channel.indexOf(CLOSING) + 1) : channel;
}

const OPENING = '{'.charCodeAt(0);
const CLOSING = '}'.charCodeAt(0);

/** FNV-1a, whose halves are put together, as ids that were made in one moment differ in few characters. */
function placeOf(subject: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < subject.length; i++) hash = Math.imul(hash ^ subject.charCodeAt(i), 0x01000193);
  return ((hash >>> 16) ^ hash) & (PLACES - 1);
}
