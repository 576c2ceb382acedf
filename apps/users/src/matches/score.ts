import type { SkillLevel } from '@parley/contracts';

/** One skill that one side teaches and the other wants to learn. */
export interface Pairing {
  readonly teacherLevel: SkillLevel;
  /** Where the learner stands; `null` where they have not said so. */
  readonly learnerLevel: SkillLevel | null;
}

/** All that counts when two people are weighed for one of them, the viewer. */
export interface MatchFacts {
  /** What the other teaches and the viewer wants to learn. */
  readonly theyTeachYou: readonly Pairing[];
  /** What the viewer teaches and the other wants to learn. */
  readonly youTeachThem: readonly Pairing[];
  /** Whether they speak a language in common; `null` where one of them names none. */
  readonly shareLanguage: boolean | null;
  /** Part of the waking hours that both share, 0 to 1; `null` where one of them names no time zone. */
  readonly sharedHours: number | null;
  /** How many members may be expected to turn to the other as a teacher, 0 or more. */
  readonly popularity: number;
}

const rankOf: Record<SkillLevel, number> = { beginner: 0, intermediate: 1, advanced: 2, expert: 3 };

/** Of a teacher at, or so many levels above, the learner. One level above is enough; two leave room to grow. */
const fitAbove = [0.5, 0.85, 1, 0.95] as const;
/** Of a teacher one or more levels below the learner: hardly of use, but not nothing (a native's ear, a talk). */
const fitBelow = 0.15;
/** By the teacher's level, where the learner's is unknown: most who do not say are near the beginning. */
const fitUnknown: Record<SkillLevel, number> = { beginner: 0.5, intermediate: 0.75, advanced: 0.9, expert: 0.95 };

/** How far one perfectly fitting skill makes somebody interested; each further one closes as much of what is left. */
const interestPerSkill = 0.8;
/** The score of a one-way match ends below this, that of a mutual one begins above: they never mix. */
const mutualFloor = 0.5;
const oneWayCeiling = 0.49;
/** What remains of the interest of two people who share neither a language nor a waking hour. */
const withoutTalk = 0.5;
const languageWeight = 0.3;
const hoursWeight = 0.2;
/** Of what nobody has told: neither for nor against. */
const unknown = 0.5;
/** How much each doubling of somebody's popularity takes from them. */
const dampingPerDoubling = 0.08;

/**
 * Weighs a match for the viewer: `score` from 0 to 1 (six decimals), `mutual` where both directions have a skill.
 *
 * Reciprocal, after RECON (RecSys 2010): each direction becomes an interest of its own, and the two combine by their
 * harmonic mean, which the weaker side rules; what is splendid for one and poor for the other is a poor match. That
 * is lowered where the two can hardly talk (no language, no hour in common) and for people many others will turn to,
 * who would be swamped. Mutual matches score above 0.5, one-way ones below 0.49, so that no one-way match ever ranks
 * above a mutual one.
 */
export function scoreMatch(facts: MatchFacts): { score: number; mutual: boolean } {
  const toViewer = interest(facts.theyTeachYou);
  const toOther = interest(facts.youTeachThem);
  const mutual = toViewer > 0 && toOther > 0;
  const circumstances = ease(facts) * damping(facts.popularity);
  const score = mutual
    ? mutualFloor + (1 - mutualFloor) * harmonicMean(toViewer, toOther) * circumstances
    : oneWayCeiling * Math.max(toViewer, toOther) * circumstances;
  return { score: Math.round(score * 1e6) / 1e6, mutual };
}

/** How much one pairing serves the learner, above 0 to 1. */
export function levelFit({ teacherLevel, learnerLevel }: Pairing): number {
  if (learnerLevel === null) return fitUnknown[teacherLevel];
  return fitAbove[rankOf[teacherLevel] - rankOf[learnerLevel]] ?? fitBelow;
}

/** A learner's interest in a teacher, 0 to 1: grows with every skill, each time by less. */
function interest(pairings: readonly Pairing[]): number {
  return 1 - pairings.reduce((left, pairing) => left * (1 - interestPerSkill * levelFit(pairing)), 1);
}

function harmonicMean(a: number, b: number): number {
  return (2 * a * b) / (a + b);
}

/** How easily the two can talk, 0.5 to 1. */
function ease({ shareLanguage, sharedHours }: MatchFacts): number {
  const language = shareLanguage === null ? unknown : Number(shareLanguage);
  return withoutTalk + languageWeight * language + hoursWeight * (sharedHours ?? unknown);
}

/** 1 for somebody whom nobody seeks, falling slowly with the number of people who do. */
function damping(popularity: number): number {
  return 1 / (1 + dampingPerDoubling * Math.log2(1 + popularity));
}
