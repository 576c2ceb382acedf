import type { DatabaseWitness } from '../history/database-witness';
import type { Journal } from '../history/journal';
import type { Chapter } from '../load/chapter';
import type { Load } from '../load/load';
import type { Member } from '../load/people';
import type { Random } from '../random';
import type { Rig } from '../rig/rig';

/** What a fault may lay hands on. */
export interface Surroundings {
  readonly rig: Rig;
  readonly random: Random;
  readonly journal: Journal;
  readonly database: DatabaseWitness;
  readonly load: Load;
  readonly chapter: Chapter;
  /** Somebody who is in no room, and has no connection but those that a fault makes. */
  readonly visitor: Member;
}

/** A fault that is being done. */
export interface Injection {
  /** Ends it, and waits until what it has hit works again. Answers what shows that it took effect; null where nothing does. */
  heal(): Promise<string | null>;
}

/** Something that can be done to the system. */
export interface Fault {
  /** As in the list of faults: `F1` … `F16`; `L` for a link that is slow or breaks. */
  readonly kind: string;
  readonly what: string;
  /** What it hits: two faults that hit the same are not done at once. Processes among it may end. */
  readonly targets: readonly string[];
  /** How long it lasts, in milliseconds. */
  readonly lasts: readonly [least: number, most: number];
  inject(surroundings: Surroundings): Promise<Injection>;
}

/** Milliseconds a process that was hit may take to be ready again, and how often it is given as long: a busy machine starts nothing quickly. */
export const READY_MS = 60_000;
const READY_TRIES = 4;

/** Waits until a process that was hit is ready again. */
export async function untilBack({ running }: Rig, name: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await running.system.ready(name, READY_MS);
    } catch (error) {
      if (tries === READY_TRIES) throw error;
    }
  }
}
