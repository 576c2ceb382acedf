import type { Asked } from '../history/events';
import type { Violation } from './violation';

/** Answers that tell nothing of a room. */
const SILENT = new Set(['not_found', 'unavailable', 'unauthenticated', 'rate_limited']);
/** Of so many answers some have to be comparable, whatever is broken meanwhile. */
const ENOUGH = 200;
const IDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** I6: who asks about a room that they are not in is answered as if there were none. */
export function checkAnswers({ asked }: { readonly asked: readonly Asked[] }): Violation[] {
  const detail = 'strangers asked, and no answer was one to compare';
  const blind = asked.length >= ENOUGH && compared(asked) === 0;
  const nothing: Violation[] = blind ? [{ invariant: 'I6', harm: 'wrong', room: '', detail }] : [];
  return [...nothing, ...leaksIn(asked)];
}

/** How many questions were answered as of a room that there is not, so that the answers could be compared. */
export function compared(asked: readonly Asked[]): number {
  return asked.filter(({ told, elsewhere }) => told?.code === 'not_found' && elsewhere?.code === 'not_found').length;
}

function leaksIn(asked: readonly Asked[]): Violation[] {
  return asked.flatMap(({ who, question, room, told, elsewhere }) => {
    if (told === null) return [];
    const leak = (detail: string): Violation[] => [{ invariant: 'I6', harm: 'leak', room, detail }];
    if (!SILENT.has(told.code)) return leak(`${who} asked for ${question} and was answered ${told.code}`);
    if (elsewhere?.code !== told.code || told.code !== 'not_found') return [];
    if (withoutIds(told.text) === withoutIds(elsewhere.text)) return [];
    return leak(
      `${who} asked for ${question} and was answered otherwise than of a room that there is not: ${told.text}`,
    );
  });
}

/** What differs in any two answers. */
function withoutIds(text: string): string {
  return text.replaceAll(/"requestId":"[^"]*"/g, '').replaceAll(IDS, 'id');
}
