import type { Evidence } from '../history/events';
import { checkRows } from './check-rows';
import { checkOrder, checkSendings } from './check-sendings';
import { checkUnread } from './check-unread';
import { checkViews } from './check-views';
import type { Violation } from './violation';

/** Holds what was seen against the seven invariants. Nothing broken: nothing answered. */
export function check(evidence: Evidence): Violation[] {
  return [
    ...checkSendings(evidence),
    ...checkOrder(evidence),
    ...checkRows(evidence),
    ...checkViews(evidence),
    ...checkUnread(evidence),
    ...evidence.leaks.map(({ where, room }) => ({
      invariant: 'I6' as const,
      harm: 'leak' as const,
      room,
      detail: where,
    })),
    ...checkInvented(evidence),
  ];
}

/** I7: every row was once sent. */
function checkInvented({ rows, sendings }: Evidence): Violation[] {
  const sent = new Set(sendings.map(({ room, clientMessageId }) => `${room} ${clientMessageId}`));
  return rows
    .filter(({ room, clientMessageId }) => !sent.has(`${room} ${clientMessageId}`))
    .map(({ room, seq }) => ({ invariant: 'I7', harm: 'wrong', room, detail: `nobody sent what stands at ${seq}` }));
}
