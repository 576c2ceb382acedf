export const INVARIANTS = ['I1', 'I2', 'I3', 'I4', 'I5', 'I6', 'I7'] as const;
export type Invariant = (typeof INVARIANTS)[number];

/** What a violation amounts to for people. */
export type Harm = 'lost' | 'doubled' | 'inversion' | 'leak' | 'wrong';

/** A promise that was broken, with what shows it. */
export interface Violation {
  readonly invariant: Invariant;
  readonly harm: Harm;
  readonly room: string;
  readonly detail: string;
}
