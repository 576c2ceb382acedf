import type { Changing, Evidence, Row } from '../history/events';
import { hasReaction } from '../history/reactions';
import type { Harm, Violation } from './violation';

type Broken = (harm: Harm, detail: string) => void;
type Change<Kind extends Changing['change']['kind']> = Changing & {
  readonly change: Extract<Changing['change'], { kind: Kind }>;
};

/**
 * I1 for what changes a message: an acknowledged edit, deletion or reaction stands, unless a later one took its place; what was refused left nothing
 * behind; of an unknown one both are right. Nobody changes the same thing twice at once, so their order is the order of their revisions.
 */
export function checkChanges({
  changings,
  rows,
  sendings,
}: Pick<Evidence, 'changings' | 'rows' | 'sendings'>): Violation[] {
  const byPlace = Map.groupBy(changings, ({ room, seq }) => `${room} ${seq}`);
  const sent = new Map(
    sendings.map(({ room, sender, clientMessageId, text }) => [`${room} ${sender} ${clientMessageId}`, text]),
  );
  const violations: Violation[] = [];
  for (const row of rows) {
    const own = byPlace.get(`${row.room} ${row.seq}`) ?? [];
    byPlace.delete(`${row.room} ${row.seq}`);
    const broken: Broken = (harm, detail) =>
      void violations.push({ invariant: 'I1', harm, room: row.room, detail: `at ${row.seq}: ${detail}` });
    checkAcknowledged(own, row, broken);
    checkText(own, row, sent.get(`${row.room} ${row.sender} ${row.clientMessageId}`), broken);
    if (row.text !== null) checkReactions(own, row, broken);
  }
  for (const { room, seq, outcome, change } of [...byPlace.values()].flat()) {
    if (outcome !== 'ok') continue;
    violations.push({ invariant: 'I1', harm: 'lost', room, detail: `at ${seq}: ${change.kind} acknowledged, no row` });
  }
  return violations;
}

/** Each acknowledgement shows what was asked for, in a revision that there was. */
function checkAcknowledged(changings: readonly Changing[], row: Row, broken: Broken): void {
  for (const { change, answer, outcome, userId } of changings) {
    if (outcome !== 'ok' || answer === null) continue;
    const what = `${change.kind} acknowledged as revision ${answer.revision}`;
    if (answer.seq !== row.seq) broken('wrong', `${what}, at ${answer.seq}`);
    if (answer.revision > row.revision) broken('lost', `${what}, stored is ${row.revision}`);
    const isDone =
      change.kind === 'edit'
        ? answer.text === change.text
        : change.kind === 'delete'
          ? answer.text === null
          : hasReaction(answer.reactions, change.emoji, userId) === change.on;
    if (!isDone) broken('wrong', `${what}, which it is not`);
  }
}

function checkText(changings: readonly Changing[], row: Row, sent: string | undefined, broken: Broken): void {
  const deletions = changings.filter(({ change, outcome }) => change.kind === 'delete' && outcome !== 'fail');
  if (row.text === null) {
    if (deletions.length === 0) broken('wrong', 'deleted, though nobody did');
    return;
  }
  if (deletions.some(({ outcome }) => outcome === 'ok')) broken('lost', 'deleted and acknowledged, yet there');
  const edits = changings.filter(
    (each): each is Change<'edit'> => each.change.kind === 'edit' && each.outcome !== 'fail',
  );
  const known = edits.filter(({ outcome }) => outcome === 'ok').toSorted((a, b) => revisionOf(a) - revisionOf(b));
  const last = known.at(-1)?.change.text ?? sent;
  const unknown = edits.filter(({ outcome }) => outcome === 'info').map(({ change }) => change.text);
  // Who sent it, and what, is another rule's business.
  if (last === undefined || row.text === last || unknown.includes(row.text)) return;
  if (known.length > 0) broken('lost', `edited to “${last}” and acknowledged, stored is “${row.text}”`);
  else broken('wrong', `a text that nobody has written: “${row.text}”`);
}

function checkReactions(changings: readonly Changing[], row: Row, broken: Broken): void {
  const reactions = changings.filter((each): each is Change<'react'> => each.change.kind === 'react');
  for (const [key, own] of Map.groupBy(reactions, ({ userId, change }) => `${change.emoji} ${userId}`)) {
    const counted = own.filter(({ outcome }) => outcome !== 'fail').toSorted((a, b) => a.invokedAt - b.invokedAt);
    const last = counted.at(-1);
    if (last === undefined || counted.some(({ outcome }) => outcome === 'info')) continue;
    const isThere = hasReaction(row.reactions, last.change.emoji, last.userId);
    if (isThere === last.change.on) continue;
    broken(
      'lost',
      `reaction ${key} ${last.change.on ? 'put' : 'taken back'} and acknowledged, stored is “${row.reactions}”`,
    );
  }
  const put = reactions.filter(({ change, outcome }) => change.on && outcome !== 'fail');
  for (const each of row.reactions === '' ? [] : row.reactions.split(', ')) {
    const [emoji = '', ...userIds] = each.split(' ');
    for (const userId of userIds) {
      if (put.some((one) => one.userId === userId && one.change.emoji === emoji)) continue;
      broken('wrong', `a reaction ${emoji} that ${userId} did not put`);
    }
  }
}

function revisionOf({ answer }: Changing): number {
  return answer?.revision ?? 0;
}
