import type { Chooser } from './chooser';
import { type RecentTexts, type Session, composeSession } from './compose-session';
import { milestones } from './milestones';

/** No text comes twice within so many messages. */
const screen = 30;

/** At most so many of the things that happen once happen in one session. */
const dueAtOnce = 2;

/** Sessions of `count` messages in all, from the first months to the end of the second year. */
export function composeYears(count: number, choose: Chooser): Session[] {
  const upcoming = [...milestones];
  const recent = rememberTexts();
  const sessions: Session[] = [];
  for (let left = count; left > 0;) {
    const progress = 1 - left / count;
    const due = upcoming.slice(0, dueAtOnce).filter(({ at }) => at <= progress);
    upcoming.splice(0, due.length);
    const { isNote, lines } = composeSession(
      choose,
      progress,
      due.map(({ scene }) => scene),
      recent,
    );
    if (lines.length > 0) sessions.push({ isNote, lines: lines.slice(0, left) });
    left -= lines.length;
  }
  return sessions;
}

function rememberTexts(): RecentTexts {
  let lately: readonly string[] = [];
  return {
    isFresh(texts) {
      const onScreen = [...lately, ...texts];
      return new Set(onScreen).size === onScreen.length;
    },
    record(texts) {
      lately = [...lately, ...texts].slice(-screen);
    },
  };
}
