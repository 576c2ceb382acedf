import type { Person } from '@parley/testing';

/** What one caller finds: made anew for every asking, so that no answer depends on an earlier one. */
export interface Setting {
  readonly caller: Person;
  /** A room as the case wants it; one that there is not where it is about no room. */
  readonly roomId: string;
  /** A message of the caller's in it, or of a member's where the caller never was in it, and one of `other`'s. */
  readonly own: number;
  readonly others: number;
  /** A word that stands in both messages and nowhere else. */
  readonly word: string;
  /** Somebody who is in the room, neither the caller nor a group's owner. */
  readonly other: Person;
  /** Somebody who has blocked `blocked` and whom `blocker` has blocked. Teaches what everybody else learns, and the other way round; online. */
  readonly hermit: Person;
  /** Somebody whom nobody has to do with. */
  readonly newcomer: Person;
}
