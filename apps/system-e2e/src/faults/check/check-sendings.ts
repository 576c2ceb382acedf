import type { Evidence, Row, Sending } from '../history/events';
import type { Violation } from './violation';

/** I1: an acknowledged message is exactly one row with what was sent at the place that was told; an unknown one at most one row; a refused one none. */
export function checkSendings({ sendings, rows }: Pick<Evidence, 'sendings' | 'rows'>): Violation[] {
  const stored = Map.groupBy(rows, keyOf);
  return sendings.flatMap((sending) => checkSending(sending, stored.get(keyOf(sending)) ?? []));
}

function checkSending(sending: Sending, rows: readonly Row[]): Violation[] {
  const { room, clientMessageId, outcome, seq, id, text } = sending;
  const broken = (harm: Violation['harm'], detail: string): Violation[] => [
    { invariant: 'I1', harm, room, detail: `${clientMessageId} (${outcome}): ${detail}` },
  ];
  if (rows.length > 1) return broken('doubled', `${rows.length} rows, at ${rows.map((row) => row.seq).join(', ')}`);
  const [row] = rows;
  if (row === undefined) return outcome === 'ok' ? broken('lost', `acknowledged at ${seq ?? '?'}, no row`) : [];
  if (outcome === 'fail') return broken('wrong', `refused, yet stored at ${row.seq}`);
  if (outcome === 'ok' && seq !== null && seq !== row.seq) return broken('wrong', `told ${seq}, stored at ${row.seq}`);
  if (outcome === 'ok' && id !== null && id !== row.id) return broken('wrong', `told ${id}, stored as ${row.id}`);
  if (!row.isEdited && row.text !== null && row.text !== text) return broken('wrong', `another text at ${row.seq}`);
  return [];
}

/** Answers that tell nothing of what is stored. */
const NO_ANSWERS = new Set(['unknown', 'unavailable', 'unauthenticated', 'rate_limited', 'not_found']);

/** I1: another text under an id whose message is stored is a `conflict`. */
export function checkConflicts({ conflicts }: Pick<Evidence, 'conflicts'>): Violation[] {
  return conflicts
    .filter(({ answer }) => answer !== 'conflict' && !NO_ANSWERS.has(answer))
    .map(({ room, clientMessageId, answer }) => {
      const detail = `${clientMessageId}: another text was answered ${answer} instead of conflict`;
      return { invariant: 'I1', harm: 'wrong', room, detail };
    });
}

function keyOf({ room, sender, clientMessageId }: { room: string; sender: string; clientMessageId: string }): string {
  return `${room} ${sender} ${clientMessageId}`;
}

/** I4: what was acknowledged before another was sent stands before it. */
export function checkOrder({ sendings, rows }: Pick<Evidence, 'sendings' | 'rows'>): Violation[] {
  const places = new Map(rows.map((row) => [keyOf(row), row.seq]));
  const violations: Violation[] = [];
  for (const [room, inRoom] of Map.groupBy(sendings, (sending) => sending.room)) {
    const placed = inRoom.flatMap((sending) => {
      const seq = places.get(keyOf(sending)) ?? sending.seq;
      return seq === null || seq === undefined ? [] : [{ ...sending, seq }];
    });
    const ends = placed.filter(({ outcome }) => outcome === 'ok').toSorted((a, b) => a.endedAt - b.endedAt);
    let next = 0;
    let highest: (typeof placed)[number] | undefined;
    for (const sending of placed.toSorted((a, b) => a.invokedAt - b.invokedAt)) {
      for (let end = ends[next]; end !== undefined && end.endedAt < sending.invokedAt; end = ends[++next]) {
        if (highest === undefined || end.seq > highest.seq) highest = end;
      }
      if (highest !== undefined && highest.seq > sending.seq) {
        const detail = `${highest.clientMessageId} was acknowledged at ${highest.seq} before ${sending.clientMessageId} was sent, which stands at ${sending.seq}`;
        violations.push({ invariant: 'I4', harm: 'inversion', room, detail });
      }
    }
  }
  return violations;
}
