import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';

/** What is due within so long is due together, at the end of it. */
const TICK_MS = 5;
/** A timer that is on time is as late as this. */
const TIMER_MS = 2;

export interface Pace {
  readonly perSecond: number;
  readonly ms: number;
  /** Told when what is to be said was due. Called as often as the pace asks for, however late this process is: what it could not say in time is not left out. */
  readonly say: (dueAt: number) => Promise<void>;
  readonly now?: () => number;
  /** Waits for so many milliseconds, for a turn of the event loop at least. */
  readonly rest?: (ms: number) => Promise<unknown>;
}

/**
 * Says something so many times a second. Where this process was held up, what was due meanwhile counts from when it was due and not from when it was said: else
 * a machine that everything waits for would seem to be quick. Answers all that was begun.
 */
export async function keepPace({
  perSecond,
  ms,
  say,
  now = () => performance.now(),
  rest = (left) => (left > 0 ? pause(left) : nextTurn()),
}: Pace): Promise<Promise<void>[]> {
  const underWay: Promise<void>[] = [];
  const total = Math.floor((ms / 1_000) * perSecond);
  const startedAt = now();
  for (let tick = 1; underWay.length < total; tick++) {
    const dueAt = startedAt + tick * TICK_MS;
    await rest(Math.ceil(dueAt - now()));
    const due = Math.min(total, Math.floor(((tick * TICK_MS) / 1_000) * perSecond));
    while (underWay.length < due) underWay.push(say(Math.min(now(), dueAt + TIMER_MS)));
  }
  return underWay;
}
