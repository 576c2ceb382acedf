import type { Conversation, ScriptedMessage } from '../content-types';
import { createChooser } from './chooser';
import { composeYears } from './compose-years';
import { firstEvening } from './first-evening';
import { lastEvening, today } from './last-evening';
import type { Line } from './line';
import { scheduleSessions } from './schedule';
import { seededRandom } from './seeded-random';

/** How many messages the long conversation has. */
export const longConversationLength = 5_000;

const emails = { ana: 'ana@parley.example', jonas: 'jonas@parley.example' } as const;

/**
 * Two years of lessons between Ana and Jonas: 5,000 messages, the last ones minutes ago. The same `seed` says the same
 * words; `now` only decides when the evenings were. Times strictly increase. Ana has not read the last two.
 */
export function longConversation(now: Date, seed = 1958): Conversation {
  const choose = createChooser(seededRandom(seed));
  const sessions = [
    { isNote: false, lines: firstEvening },
    ...composeYears(longConversationLength - firstEvening.length - lastEvening.length - today.length, choose),
    { isNote: false, lines: lastEvening },
  ];
  const second = Math.floor(now.getTime() / 1_000);
  const messages = [
    ...scheduleSessions(sessions, now, choose).map(({ line, time }) => messageOf(line, (second - time) / 60)),
    ...today.map(([minutesAgo, line]) => messageOf(line, minutesAgo)),
  ];
  return {
    kind: 'direct',
    members: [emails.jonas, emails.ana],
    messages,
    readUpTo: { [emails.ana]: messages.length - 3 },
  };
}

function messageOf({ from, text }: Line, minutesAgo: number): ScriptedMessage {
  return { from: emails[from], minutesAgo, text };
}
