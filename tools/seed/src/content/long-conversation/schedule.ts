import type { Chooser } from './chooser';
import type { Session } from './compose-session';
import type { Line } from './line';

/** A line and when it was sent, in whole seconds of Unix time. */
export interface TimedLine {
  readonly line: Line;
  readonly time: number;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Days from one session to the next: a rhythm of three times a week, more or less. */
const usualGaps: readonly number[] = [1, 1, 2, 2, 2, 2, 3, 3, 4];

/**
 * Gives every line its time: evenings in central Europe (notes at noon), days apart, now and then a holiday. Times
 * strictly increase; the last session was yesterday, whatever the time is `now`.
 */
export function scheduleSessions(sessions: readonly Session[], now: Date, choose: Chooser): TimedLine[] {
  const midnight = Math.floor(now.getTime() / 1_000 / day) * day;
  let daysAgo = 0;
  return sessions
    .toReversed()
    .map((session) => {
      daysAgo += gapAfter(daysAgo, choose);
      return timedLines(session, midnight - daysAgo * day, choose);
    })
    .toReversed()
    .flat();
}

function gapAfter(daysAgo: number, choose: Chooser): number {
  if (daysAgo === 0) return 1;
  return choose.chance(0.04) ? choose.between(9, 16) : choose.oneOf(usualGaps);
}

/** From `midnight` UTC: begun at 20:15 at the latest, so that every session ends on its day. */
function timedLines({ isNote, lines }: Session, midnight: number, choose: Chooser): TimedLine[] {
  let time = midnight + (isNote ? choose.between(10.5 * hour, 13.5 * hour) : choose.between(17 * hour, 20.25 * hour));
  return lines.map((line, index) => {
    const previous = lines[index - 1];
    if (previous !== undefined) time += secondsToWrite(line, line.from === previous.from, choose);
    return { line, time };
  });
}

/** Typing takes its time, thinking before an answer too; nobody is watched for more than four minutes. */
function secondsToWrite({ text }: Line, goesOn: boolean, choose: Chooser): number {
  const thinking = goesOn ? choose.between(2, 12) : choose.between(6, 55);
  return Math.min(thinking + Math.ceil(text.length / 6), 4 * minute);
}
