import type { Evidence, Row, Sight, View } from '../history/events';
import { checkAbsences } from './check-absences';
import type { Conditions } from './conditions';
import type { Finding, Violation } from './violation';

/**
 * I3: what each member saw are the rows, each once and strictly rising where a client library shows them, at least once where frames are looked at.
 * I6: nobody was told anything of a room that they were out of. I7: nothing was seen that was not stored.
 */
export function checkViews(
  { views, rows, absences }: Pick<Evidence, 'views' | 'rows' | 'absences'>,
  conditions: Conditions,
): Finding[] {
  const byRoom = new Map(
    [...Map.groupBy(rows, (row) => row.room)].map(([room, own]) => [room, new Map(own.map((row) => [row.seq, row]))]),
  );
  return views.flatMap((view) => {
    const own = byRoom.get(view.room) ?? new Map<number, Row>();
    const away = absences.filter(({ userId, room }) => userId === view.userId && room === view.room);
    return [
      ...checkContent(view, own),
      ...checkAbsences(view, away, conditions),
      ...(view.kind === 'shown' ? checkShown(view) : []),
      ...(view.isComplete ? checkComplete(view, own) : []),
    ];
  });
}

/** Each message seen is a row, and what was seen of its present state is that state. */
function checkContent(view: View, rows: ReadonlyMap<number, Row>): Violation[] {
  const { room, viewer } = view;
  const violations: Violation[] = [];
  for (const sight of [...view.sights, ...(view.final ?? [])]) {
    const row = rows.get(sight.seq);
    const where = `${viewer} at ${sight.seq}`;
    if (row === undefined || row.id !== sight.id || row.clientMessageId !== sight.clientMessageId) {
      const instead = row === undefined ? 'which is empty' : `where ${row.id} stands`;
      violations.push({ invariant: 'I7', harm: 'wrong', room, detail: `${where}: saw ${sight.id}, ${instead}` });
    } else if (sight.revision > row.revision) {
      violations.push({ invariant: 'I7', harm: 'wrong', room, detail: `${where}: saw a revision that there is not` });
    } else if (sight.revision === row.revision && sight.text !== row.text) {
      violations.push({ invariant: 'I3', harm: 'wrong', room, detail: `${where}: saw another text` });
    } else if (sight.revision === row.revision && sight.reactions !== row.reactions) {
      const detail = `${where}: saw reactions “${sight.reactions}”, stored are “${row.reactions}”`;
      violations.push({ invariant: 'I3', harm: 'wrong', room, detail });
    }
  }
  return violations;
}

function checkShown({ room, viewer, sights, final, disorders }: View): Violation[] {
  const violations: Violation[] = [];
  const broken = (harm: Violation['harm'], detail: string): void =>
    void violations.push({ invariant: 'I3', harm, room, detail: `${viewer}: ${detail}` });
  for (const [list, what] of [
    [sights, 'was shown'],
    [final ?? [], 'shows'],
  ] as const) {
    list.forEach((sight, index) => {
      const before = list[index - 1];
      if (before === undefined || sight.seq > before.seq) return;
      if (sight.seq === before.seq) broken('doubled', `${what} ${sight.seq} twice`);
      else broken('inversion', `${what} ${sight.seq} after ${before.seq}`);
    });
  }
  for (const { harm, detail } of disorders) broken(harm, detail);
  return violations;
}

function checkComplete({ room, viewer, kind, sights, final }: View, rows: ReadonlyMap<number, Row>): Violation[] {
  const newest = new Map<number, Sight>();
  for (const sight of kind === 'shown' ? (final ?? []) : sights) {
    if (sight.revision >= (newest.get(sight.seq)?.revision ?? 0)) newest.set(sight.seq, sight);
  }
  const missing = [...rows.values()].filter(({ seq }) => !newest.has(seq)).map(({ seq }) => seq);
  const old = [...rows.values()].filter(({ seq, revision }) => (newest.get(seq)?.revision ?? revision) < revision);
  const violations: Violation[] = [];
  if (missing.length > 0) {
    const detail = `${viewer} never saw ${missing.length} of ${rows.size}: ${missing.slice(0, 10).join(', ')}`;
    violations.push({ invariant: 'I3', harm: 'lost', room, detail });
  }
  if (old.length > 0) {
    const detail = `${viewer} has an old state of ${old.length}: ${old
      .map(({ seq }) => seq)
      .slice(0, 10)
      .join(', ')}`;
    violations.push({ invariant: 'I3', harm: 'lost', room, detail });
  }
  return violations;
}
