import type { Evidence } from '../history/events';
import { checkAnswers } from './check-answers';
import { checkChanges } from './check-changes';
import { checkRows } from './check-rows';
import { checkConflicts, checkOrder, checkSendings } from './check-sendings';
import { checkTimes } from './check-times';
import { checkUnread } from './check-unread';
import { checkViews } from './check-views';
import { Conditions } from './conditions';
import type { Finding, Violation } from './violation';

/** What was broken, and what looks like it and has an excuse. */
export interface Verdict {
  readonly violations: Violation[];
  readonly excused: Finding[];
}

/** Holds what was seen against the invariants. */
export function judge(evidence: Evidence): Verdict {
  const findings = findingsOf(evidence);
  return {
    violations: findings.filter(({ excuse }) => excuse === undefined),
    excused: findings.filter(({ excuse }) => excuse !== undefined),
  };
}

function findingsOf(evidence: Evidence): Finding[] {
  const conditions = new Conditions(evidence);
  return [
    ...checkSendings(evidence),
    ...checkOrder(evidence),
    ...checkConflicts(evidence),
    ...checkChanges(evidence),
    ...checkRows(evidence),
    ...checkViews(evidence, conditions),
    ...checkAnswers(evidence),
    ...checkUnread(evidence),
    ...checkTimes(evidence, conditions),
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
