import type { Evidence } from '../history/events';
import type { Violation } from './violation';

/**
 * I2: a room's places are 1 … last with none missing; each message has a revision of its own, none above the room's; the room's is no higher than there
 * were changes.
 */
export function checkRows({ rows, heads, changings }: Pick<Evidence, 'rows' | 'heads' | 'changings'>): Violation[] {
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
    for (const row of own) {
      if (row.revision > revision) broken('wrong', `revision ${row.revision} at ${row.seq}, the room’s is ${revision}`);
      // Each message before it took one too.
      if (row.revision < row.seq) broken('wrong', `revision ${row.revision} at ${row.seq}`);
    }
    if (revision < lastSeq) broken('wrong', `revision ${revision} for ${lastSeq} messages`);
    const changes = changings.filter((each) => each.room === room && each.outcome !== 'fail');
    if (revision > lastSeq + changes.length)
      broken('wrong', `revision ${revision} for ${lastSeq} messages and ${changes.length} changes`);
    const edits = changes.flatMap(({ change, answer }) => (change.kind === 'edit' && answer ? [answer.revision] : []));
    if (new Set(edits).size < edits.length) broken('wrong', 'two edits were acknowledged under one revision');
    return violations;
  });
}
