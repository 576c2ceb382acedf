/** I1 to I7 as in `docs/faults.md`; T: something took longer than was promised. */
export const INVARIANTS = ['I1', 'I2', 'I3', 'I4', 'I5', 'I6', 'I7', 'T'] as const;
export type Invariant = (typeof INVARIANTS)[number];

/** What a violation amounts to for people. */
export type Harm = 'lost' | 'doubled' | 'inversion' | 'leak' | 'late' | 'signed out' | 'wrong';

/** A promise that was broken, with what shows it. */
export interface Violation {
  readonly invariant: Invariant;
  readonly harm: Harm;
  readonly room: string;
  readonly detail: string;
}

/** Something that looks like a broken promise. With an excuse it is told of, and counts for none. */
export interface Finding extends Violation {
  readonly excuse?: string;
}
