import type { Absence, View } from '../history/events';
import type { Conditions } from './conditions';
import type { Finding } from './violation';

/** Within this time of the answer to their leaving somebody hears nothing more of a room. */
const SILENT_MS = 1_000;
/** Where the news of it is lost, the gateways find out by themselves within this time: they do not ask Redis. */
const FOUND_MS = 2_500;
const NEWS = /^redis$|->redis/;
/** Where the gateway itself stood still, or what it had said was held up on its way to the client, that has to be healed first. */
const HEALED_MS = 5_000;
const BLIND = /^realtime-gateway-\d$|clients->/;

interface Told {
  readonly t: number;
  readonly what: string;
  readonly excuse: string | null;
}

/**
 * I6: who is out of a room hears nothing of it any more, of whatever place in it. Excused is what was told while a fault kept the news of their
 * leaving from the gateways, for as long as these may take to find out by themselves; and while gateways stood still.
 */
export function checkAbsences(
  { room, viewer, sights, hints }: Pick<View, 'room' | 'viewer' | 'sights' | 'hints'>,
  absences: readonly Absence[],
  conditions: Conditions,
): Finding[] {
  return absences.flatMap(({ from, until, lastSeq }) => {
    const told = [...sights.map(({ t, seq }) => ({ t, what: String(seq) })), ...hints]
      .filter(({ t }) => t > from + SILENT_MS && t < until)
      .map((each): Told => ({ ...each, excuse: excuseFor(from, each.t, conditions) }));
    return [...Map.groupBy(told, ({ excuse }) => excuse)].map(([excuse, group]): Finding => {
      const late = Math.round(Math.max(...group.map(({ t }) => t)) - from);
      const what = group.slice(0, 10).map((each) => each.what);
      const detail = `${viewer}, out since ${lastSeq}, was told ${group.length}: ${what.join(', ')}, the last ${late} ms after`;
      return { invariant: 'I6', harm: 'leak', room, detail, ...(excuse !== null && { excuse }) };
    });
  });
}

function excuseFor(from: number, t: number, conditions: Conditions): string | null {
  if (t - from - conditions.lostBetween(from, t) <= SILENT_MS) return 'the machine stood still';
  const isLate = t - from - conditions.lostBetween(from, t) > FOUND_MS;
  const hiding = conditions
    .during(from - SILENT_MS, t)
    .find(
      ({ targets, until }) =>
        (!isLate && targets.some((target) => NEWS.test(target))) ||
        (t <= until + HEALED_MS && targets.some((target) => BLIND.test(target))),
    );
  return hiding === undefined ? null : `${hiding.kind} ${hiding.what}`;
}
