/** Which of the loaded messages are drawn, by `seq`. `to: null` goes on to the newest and to what is on its way. */
export interface MessageWindow {
  readonly from: number;
  readonly to: number | null;
}

/** What is loaded: one run without a hole. `isWhole` where nothing newer is to be had. */
export interface LoadedRange {
  readonly first: number;
  readonly last: number;
  readonly isWhole: boolean;
}

/** Messages drawn when a room opens, and those added at a time when one scrolls. */
const OPEN_WITH = 60;
const STEP = 50;
/** Messages drawn at once, at most, in a view of an ordinary height: the page stays quick in a room of any length. */
export const DRAWN_MAX = 150;
/** More is drawn or loaded when less than this many heights of the view are left. */
export const AHEAD = 1.5;
/** Messages drawn before the first unread one, to read on from. */
const CONTEXT = 15;

/**
 * Messages drawn at once, at most, in a view of this height, where none is lower than that, both in pixels: so many that what has just been drawn at one side takes nothing away at the other
 * that is wanted there, however low they are. Otherwise the two would take turns for ever.
 */
export const drawnMax = (height: number, lowestRow: number): number =>
  Math.max(DRAWN_MAX, Math.ceil(((2 * AHEAD + 1) * height) / lowestRow) + STEP);

/** The window on opening: round the first unread message, or at the end. */
export function openWindow(range: LoadedRange, firstUnread: number | null): MessageWindow {
  if (firstUnread === null) return endWindow(range);
  const from = Math.min(Math.max(range.first, firstUnread - CONTEXT), range.last);
  return closed({ from, to: from + DRAWN_MAX - 1 }, range);
}

/** The messages round one of them. */
export function aroundWindow(range: LoadedRange, seq: number): MessageWindow {
  const from = Math.min(Math.max(range.first, seq - OPEN_WITH), range.last);
  return closed({ from, to: Math.max(from, seq + OPEN_WITH) }, range);
}

/** The newest messages. */
export function endWindow(range: LoadedRange): MessageWindow {
  return closed({ from: Math.max(range.first, range.last - OPEN_WITH + 1), to: range.last }, range);
}

/** Draws more before, and lets go of what is then too far below. */
export function olderWindow(window: MessageWindow, range: LoadedRange, max = DRAWN_MAX): MessageWindow {
  const from = Math.max(range.first, window.from - STEP);
  return closed({ from, to: Math.min(window.to ?? range.last, from + max - 1) }, range);
}

/** Draws more after, and lets go of what is then too far above. */
export function newerWindow(window: MessageWindow, range: LoadedRange, max = DRAWN_MAX): MessageWindow {
  const to = Math.min(range.last, (window.to ?? range.last) + STEP);
  return closed({ from: Math.max(window.from, to - max + 1), to }, range);
}

/**
 * The window once other messages are loaded. At the end it goes along with what arrives: where one reads the newest by letting go above, where
 * one reads further up by no longer following. Where nothing of it is loaded any more it begins again at the end.
 */
export function keepWindow(
  window: MessageWindow,
  range: LoadedRange,
  readsNewest: boolean,
  max = DRAWN_MAX,
): MessageWindow {
  const isGone = window.from > range.last || (window.to ?? Infinity) < range.first;
  if (isGone) return endWindow(range);
  const from = Math.max(window.from, range.first);
  if (window.to !== null) return closed({ from, to: Math.min(window.to, range.last) }, range);
  if (range.last - from < max) return closed({ from, to: range.last }, range);
  return readsNewest ? closed({ from: range.last - max + 1, to: range.last }, range) : { from, to: from + max - 1 };
}

/** A window that reaches the newest of all follows it. */
function closed({ from, to }: { from: number; to: number }, range: LoadedRange): MessageWindow {
  return { from, to: to >= range.last && range.isWhole ? null : Math.min(to, range.last) };
}
