import type { Candidate } from './candidates';
import { scoreMatch } from './score';
import { sharedHours, utcOffset } from './shared-hours';
import { popularityOf, type Demand } from './skill-demand';

/** A candidate with the viewer's score for them. */
export interface RankedCandidate extends Candidate {
  score: number;
  mutual: boolean;
}

/** What counts of the viewer beside their skills. */
export interface Viewer {
  timezone: string | null;
  languages: readonly string[];
}

/**
 * The candidates, best first; of equals the one with the higher id, who is newer. The order depends on nothing but the
 * arguments, and so is the same on every page and every instance.
 * @param at the moment at which clocks are compared
 */
export function rankCandidates(
  viewer: Viewer,
  candidates: readonly Candidate[],
  demand: Demand,
  at: Date,
): RankedCandidate[] {
  const speaks = new Set(viewer.languages.map(primaryLanguage));
  const offset = viewer.timezone === null ? null : utcOffset(viewer.timezone, at);
  return candidates.map((candidate) => rank(candidate, speaks, offset, demand, at)).sort(byScore);
}

function rank(
  candidate: Candidate,
  speaks: ReadonlySet<string>,
  offset: number | null,
  demand: Demand,
  at: Date,
): RankedCandidate {
  const { skills, languages, timezone, teaches } = candidate;
  const saysNothing = speaks.size === 0 || languages.length === 0;
  const weighed = scoreMatch({
    theyTeachYou: skills.filter(({ direction }) => direction === 'theyTeachYou'),
    youTeachThem: skills.filter(({ direction }) => direction === 'youTeachThem'),
    shareLanguage: saysNothing ? null : languages.some((tag) => speaks.has(primaryLanguage(tag))),
    sharedHours: offset === null || timezone === null ? null : sharedHours(offset, utcOffset(timezone, at)),
    popularity: popularityOf(teaches, demand),
  });
  return { ...candidate, ...weighed };
}

/** `en` of `en-GB`: people who differ in the rest understand each other. */
function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split('-', 1)[0] ?? tag;
}

/** Ids are compared as text, which is their order in the database too. */
export function byScore(
  a: Pick<RankedCandidate, 'score' | 'userId'>,
  b: Pick<RankedCandidate, 'score' | 'userId'>,
): number {
  if (a.score !== b.score) return b.score - a.score;
  return a.userId === b.userId ? 0 : a.userId < b.userId ? 1 : -1;
}
