import type { Absence, Evidence, Sending, Timing, View } from '../history/events';
import type { Conditions } from './conditions';
import type { Finding } from './violation';

/** Everybody has everything within this time of the acknowledgement, of healing, of being connected again, of being taken in. */
const WITHIN_MS = 5_000;
const STOOD_STILL = 'the machine stood still';

/** T: what has to happen within a time does. Excused is what this process was too late to see, and what needs a part that another fault has hit. */
export function checkTimes(
  { views, sendings, absences, timings }: Pick<Evidence, 'views' | 'sendings' | 'absences' | 'timings'>,
  conditions: Conditions,
): Finding[] {
  const ended = new Map<string, number>();
  for (const { room, clientMessageId, outcome, endedAt } of sendings) {
    if (outcome === 'ok') ended.set(keyOf(room, clientMessageId), endedAt);
  }
  return [
    ...views.flatMap((view) => {
      const away = absences.filter(({ userId, room }) => userId === view.userId && room === view.room);
      return checkConvergence(view, ended, away, conditions);
    }),
    ...timings.flatMap((timing) => checkTiming(timing, conditions)),
  ];
}

/** Of each view the message that came latest, excused or not. */
function checkConvergence(
  view: View,
  ended: ReadonlyMap<string, number>,
  absences: readonly Absence[],
  conditions: Conditions,
): Finding[] {
  const seen = new Set<number>();
  let worst = { ms: WITHIN_MS, seq: 0 };
  let excused = { ms: WITHIN_MS, seq: 0 };
  for (const { seq, clientMessageId, t } of view.sights) {
    const end = ended.get(keyOf(view.room, clientMessageId));
    if (end === undefined || seen.has(seq)) continue;
    seen.add(seq);
    if (t - end <= WITHIN_MS) continue;
    const backAt = absences.filter((each) => each.backAt <= t).map((each) => each.backAt);
    const due = Math.max(conditions.healedAfter(Math.max(end, view.since)), onlineBefore(view.onlineAt, t), ...backAt);
    if (t - due - conditions.lostBetween(due, t) > worst.ms) worst = { ms: t - due, seq };
    else if (t - due > excused.ms) excused = { ms: t - due, seq };
  }
  const finding = ({ ms, seq }: typeof worst): Finding => {
    const detail = `${view.viewer} has seen ${seq} ${seconds(ms)} after it was due`;
    return { invariant: 'T', harm: 'late', room: view.room, detail };
  };
  return [
    ...(worst.seq > 0 ? [finding(worst)] : []),
    ...(excused.seq > 0 ? [{ ...finding(excused), excuse: STOOD_STILL }] : []),
  ];
}

function checkTiming({ what, limitMs, tookMs, from, until, needs, by }: Timing, conditions: Conditions): Finding[] {
  if (tookMs <= limitMs) return [];
  const took = tookMs === Infinity ? `not within the ${seconds(until - from)} that it was given` : seconds(tookMs);
  const finding = { invariant: 'T' as const, harm: 'late' as const, room: '', detail: `${by}: ${what}: ${took}` };
  // What never came is not excused by having been looked for too briefly.
  if (tookMs - conditions.lostBetween(from, until) <= limitMs) {
    return [{ ...finding, excuse: STOOD_STILL }];
  }
  const other = conditions
    .during(from, until)
    .find((fault) => `${fault.kind} ${fault.what}` !== by && needs.some((need) => isHit(fault.targets, need)));
  return [other === undefined ? finding : { ...finding, excuse: `${other.kind} ${other.what}` }];
}

/** Acknowledgements that had to wait for Redis, where it stood still (F4): none of them may. */
const ENOUGH = 100;
const AT_LEAST_MS = 300;

/** @param latencies in milliseconds: of acknowledgements while all was well, and while Redis and nothing else stood still */
export function checkFrozen({
  calm,
  redisFrozen,
}: {
  calm: readonly number[];
  redisFrozen: readonly number[];
}): Finding[] {
  if (calm.length < ENOUGH || redisFrozen.length < ENOUGH) return [];
  const limit = Math.max(AT_LEAST_MS, 2 * at(calm, 0.99));
  const p99 = at(redisFrozen, 0.99);
  if (p99 <= limit) return [];
  const detail = `acknowledged in ${Math.round(p99)} ms (p99) while Redis stands still, at most ${Math.round(limit)} ms`;
  return [{ invariant: 'T', harm: 'late', room: '', detail }];
}

function at(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
}

function isHit(targets: readonly string[], need: string): boolean {
  return targets.some((target) => target === need || (target.startsWith('links ') && target.includes(need)));
}

function onlineBefore(onlineAt: readonly number[], t: number): number {
  return onlineAt.findLast((each) => each <= t) ?? 0;
}

function keyOf(room: string, clientMessageId: Sending['clientMessageId']): string {
  return `${room} ${clientMessageId}`;
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
