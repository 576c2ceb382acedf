import type { Absence, Evidence, Row, Sight, View } from '../history/events';
import type { Violation } from './violation';

/**
 * I3: what each member saw are the rows, each once and strictly rising where a client library shows them, at least once where frames are looked at.
 * I6: nobody was told of a place in a room beyond the one at which they left. I7: nothing was seen that was not stored.
 */
export function checkViews({ views, rows, absences }: Pick<Evidence, 'views' | 'rows' | 'absences'>): Violation[] {
  const byRoom = new Map(
    [...Map.groupBy(rows, (row) => row.room)].map(([room, own]) => [room, new Map(own.map((row) => [row.seq, row]))]),
  );
  return views.flatMap((view) => {
    const own = byRoom.get(view.room) ?? new Map<number, Row>();
    const away = absences.filter(({ userId, room }) => userId === view.userId && room === view.room);
    return [
      ...checkContent(view, own),
      ...checkAbsences(view, away),
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
    }
  }
  return violations;
}

function checkShown({ room, viewer, sights, final }: View): Violation[] {
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

function checkAbsences({ room, viewer, sights }: View, absences: readonly Absence[]): Violation[] {
  return absences.flatMap(({ from, until, lastSeq }) => {
    const told = sights.filter(({ t, seq }) => t > from && t < until && seq > lastSeq);
    if (told.length === 0) return [];
    const late = Math.max(...told.map(({ t }) => t)) - from;
    const detail = `${viewer}, out since ${lastSeq}, was told ${told.length}: ${told
      .map(({ seq }) => seq)
      .slice(0, 10)
      .join(', ')}, the last ${Math.round(late)} ms after`;
    return [{ invariant: 'I6' as const, harm: 'leak' as const, room, detail }];
  });
}
