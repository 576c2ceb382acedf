import type { Evidence } from '../history/events';
import type { Violation } from './violation';

/** I2: a room's places are 1 … last with none missing; each message has a revision of its own, none above the room's. */
export function checkRows({ rows, heads }: Pick<Evidence, 'rows' | 'heads'>): Violation[] {
  const byRoom = Map.groupBy(rows, (row) => row.room);
  return heads.flatMap(({ room, lastSeq, revision }) => {
    const own = (byRoom.get(room) ?? []).toSorted((a, b) => a.seq - b.seq);
    const violations: Violation[] = [];
    const broken = (harm: Violation['harm'], detail: string): void =>
      void violations.push({ invariant: 'I2', harm, room, detail });
    own.forEach((row, index) => {
      const due = (own[index - 1]?.seq ?? 0) + 1;
      if (row.seq > due) broken('wrong', `nothing stands at ${due}${row.seq - 1 > due ? ` to ${row.seq - 1}` : ''}`);
      if (row.seq < due) broken('doubled', `two messages stand at ${row.seq}`);
    });
    if ((own.at(-1)?.seq ?? 0) !== lastSeq)
      broken('wrong', `ends at ${own.at(-1)?.seq ?? 0}, its head says ${lastSeq}`);
    const revisions = new Set(own.map((row) => row.revision));
    if (revisions.size < own.length) broken('wrong', 'two messages have one revision');
    if (Math.max(0, ...own.slice(-1).map((row) => row.revision)) > revision)
      broken('wrong', 'a revision above the room’s');
    if (revision < lastSeq) broken('wrong', `revision ${revision} for ${lastSeq} messages`);
    return violations;
  });
}
