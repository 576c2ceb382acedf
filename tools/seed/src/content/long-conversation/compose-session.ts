import type { Chooser } from './chooser';
import { type Line, ana, jonas } from './line';
import { jonasFirstGoodbyes, jonasFirstHellos } from './material/first-phrases';
import { anaGoodbyes, anaHellos, jonasGoodbyes, jonasHellos } from './material/greetings';
import { codeRecipe, codeReview } from './scenes/code-practice';
import { askForPhrases } from './scenes/first-phrases';
import { moveTheLesson, nextLesson } from './scenes/making-plans';
import { oldVerbAgain, relapse, rememberAWord, useAnIdiom } from './scenes/remembering';
import { askingTheWay, atTheMarket, atTheRestaurant } from './scenes/role-play';
import type { Scene } from './scenes/scene';
import { drillVerbs, readTheClock, talkOfDinner, tellOfADay } from './scenes/spanish-practice';
import { withTypo } from './typos';

/** Messages sent in one go, oldest first. */
export interface Session {
  /** Short notes are sent in the lunch break, lessons are held in the evening. */
  readonly isNote: boolean;
  readonly lines: readonly Line[];
}

/** What has been said lately. */
export interface RecentTexts {
  /** Whether these texts, sent one after the other, repeat nothing within a screen. */
  isFresh(texts: readonly string[]): boolean;
  record(texts: readonly string[]): void;
}

/** Until then Jonas gets by in English. */
const firstMonths = 0.12;

/** What an evening is filled with: how often, and from which to which part of the two years. */
const practice: readonly { weight: number; scene: Scene; from?: number; to?: number }[] = [
  { weight: 12, scene: askForPhrases, to: firstMonths },
  { weight: 4, scene: askForPhrases, from: firstMonths, to: 0.2 },
  { weight: 8, scene: tellOfADay, from: firstMonths },
  { weight: 3, scene: talkOfDinner, from: firstMonths },
  { weight: 3, scene: drillVerbs },
  { weight: 1, scene: readTheClock },
  { weight: 2, scene: relapse, from: 0.06 },
  { weight: 2, scene: oldVerbAgain, from: 0.06 },
  { weight: 2, scene: rememberAWord, from: 0.06 },
  { weight: 2, scene: useAnIdiom, from: 0.06 },
  { weight: 2, scene: atTheMarket, from: 0.05 },
  { weight: 2, scene: atTheRestaurant, from: 0.15 },
  { weight: 2, scene: askingTheWay, from: 0.15 },
  { weight: 7, scene: codeRecipe, from: 0.02 },
  { weight: 2, scene: codeReview, from: 0.2 },
];

/**
 * One evening, or one note at noon, at a point of the two years between 0 and 1: the scenes that are due, what is
 * practised besides, hello and goodbye. What is said is recorded in `recent`.
 */
export function composeSession(choose: Chooser, progress: number, due: readonly Scene[], recent: RecentTexts): Session {
  const isNote = choose.chance(0.1);
  const scenes = isNote ? noteScenes(choose, due) : eveningScenes(choose, progress, due);
  const lines = scenes.flatMap((scene) => {
    const played = freshLines(scene, choose, progress, recent);
    recent.record(played.map(({ text }) => text));
    return played;
  });
  return { isNote, lines };
}

function noteScenes(choose: Chooser, due: readonly Scene[]): readonly Scene[] {
  return due.length > 0 ? due : [choose.oneOf([moveTheLesson, nextLesson, relapse])];
}

function eveningScenes(choose: Chooser, progress: number, due: readonly Scene[]): readonly Scene[] {
  const possible = practice
    .filter(({ from = 0, to = 1 }) => from <= progress && progress <= to)
    .map(({ weight, scene }) => [weight, scene] as const);
  const practised = new Set(Array.from({ length: choose.between(2, 5) }, () => choose.oneByWeight(possible)));
  const middle = [...due, ...practised];
  const plans = choose.chance(0.45) ? [choose.oneOf([nextLesson, moveTheLesson])] : [];
  return [hello, ...choose.someOf(middle, middle.length), ...plans, goodbye];
}

/** The scene as it is played when nothing in it was said a moment ago; no line where that cannot be had. */
function freshLines(scene: Scene, choose: Chooser, progress: number, recent: RecentTexts): readonly Line[] {
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const lines = scene(choose, progress).flatMap((line) => (choose.chance(0.02) ? withTypo(line, choose) : [line]));
    if (recent.isFresh(lines.map(({ text }) => text))) return lines;
  }
  return [];
}

const hello: Scene = (choose, progress) =>
  choose.someOf(
    [ana(choose.oneOf(anaHellos)), jonas(choose.oneOf(progress < firstMonths ? jonasFirstHellos : jonasHellos))],
    choose.between(0, 2),
  );

const goodbye: Scene = (choose, progress) =>
  choose.someOf(
    [ana(choose.oneOf(anaGoodbyes)), jonas(choose.oneOf(progress < firstMonths ? jonasFirstGoodbyes : jonasGoodbyes))],
    choose.between(0, 2),
  );
