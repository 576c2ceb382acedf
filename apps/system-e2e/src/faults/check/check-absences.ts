import type { Absence, View } from '../history/events';
import type { Conditions } from './conditions';
import type { Finding } from './violation';

/** Within this time of the answer to their leaving somebody hears nothing more of a room. */
const SILENT_MS = 1_000;
/** What hid the news of it from a gateway is healed, and so much later the gateway has found out by itself. */
const HEALED_MS = 5_000;
/** What news of leaving passes on its way to the sockets, and what these hear passes on the way to the client. */
const ON_THE_WAY = /^redis$|->redis|^realtime-gateway-\d$|clients->/;

interface Told {
  readonly t: number;
  readonly what: string;
  readonly excuse: string | null;
}

/**
 * I6: who is out of a room hears nothing of it any more, of whatever place in it. Excused is what was told while a fault kept the news of their
 * leaving from a gateway, or what was said before from the client, and until that was healed.
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
  const hiding = conditions
    .during(from - SILENT_MS, t)
    .filter(({ targets, until }) => t <= until + HEALED_MS && targets.some((target) => ON_THE_WAY.test(target)));
  return hiding.length === 0 ? null : `${hiding[0]?.kind} ${hiding[0]?.what}`;
}
