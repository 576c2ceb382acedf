/** Messages that a room in view keeps of those that came by themselves, and a room that nobody looks at. */
const IN_VIEW = 2_000;
const CLOSED = 200;
/** So many more are let go of at once: not with each message. */
const SLACK = 200;
/** What is above the first message in view, to scroll on. */
const ABOVE = 200;
/** Rooms that nobody looks at whose history is kept. */
const ROOMS = 20;

/** How many of the newest messages to keep of a run. @param heldFrom the first in view; null where nobody says so, Infinity where nobody looks */
export function kept(run: { readonly first: number; readonly last: number }, heldFrom: number | null): number {
  const length = run.last - run.first + 1;
  const held = heldFrom === null || heldFrom === Infinity ? 0 : run.last - heldFrom + 1 + ABOVE;
  const wanted = heldFrom === Infinity ? CLOSED : Math.max(IN_VIEW, held);
  return length > wanted + SLACK ? wanted : length;
}

interface Resting {
  readonly canRest: boolean;
  /** When somebody looked at it last, in milliseconds of the epoch. */
  readonly lookedAt: number;
  rest(): void;
}

/** Of the rooms that nobody looks at only those keep their history that were looked at last. */
export function restAllBut(rooms: Iterable<Resting>): void {
  const resting = [...rooms].filter((room) => room.canRest).sort((a, b) => b.lookedAt - a.lookedAt);
  for (const room of resting.slice(ROOMS)) room.rest();
}
