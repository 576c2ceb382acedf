import type { Evidence } from '../history/events';
import type { Violation } from './violation';

/** As far as unread counts are exact; one more stands for that many or more. */
const CEILING = 1_000;

/** I5: the unread count is the same by SQL, by the API and on the badge; a read cursor never falls. */
export function checkUnread({ unread, cursors }: Pick<Evidence, 'unread' | 'cursors'>): Violation[] {
  const violations: Violation[] = [];
  for (const { userId, room, sql, api, badge } of unread) {
    const due = Math.min(sql.unread, CEILING);
    for (const [what, seen] of [
      ['API', api],
      ['badge', badge],
    ] as const) {
      if (seen === null || (seen.unread === due && seen.cursor === sql.cursor)) continue;
      const detail = `${userId}: ${what} says ${seen.unread} after ${seen.cursor}, SQL ${due} after ${sql.cursor}`;
      violations.push({ invariant: 'I5', harm: 'wrong', room, detail });
    }
  }
  const highest = new Map<string, number>();
  for (const { userId, room, cursor } of cursors) {
    const key = `${userId} ${room}`;
    const before = highest.get(key) ?? 0;
    if (cursor < before) {
      violations.push({
        invariant: 'I5',
        harm: 'wrong',
        room,
        detail: `${userId}: cursor fell from ${before} to ${cursor}`,
      });
    }
    highest.set(key, Math.max(before, cursor));
  }
  return violations;
}
