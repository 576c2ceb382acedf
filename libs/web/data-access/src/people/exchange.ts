import type { LearntSkill, Match, PublicProfile, Skill, SkillLevel, TaughtSkill } from '@parley/contracts';

export interface ExchangeSkill {
  readonly skill: Skill;
  /** The teacher's level. */
  readonly level: SkillLevel;
}

/** What two people have to give each other. */
export interface Exchange {
  readonly theyTeachYou: readonly ExchangeSkill[];
  readonly youTeachThem: readonly ExchangeSkill[];
  /** How much of what you want to learn they can teach, 0 to 1. */
  readonly teachShare: number;
  /** How much of what they want to learn you can teach, 0 to 1. */
  readonly learnShare: number;
}

type Lists = Pick<PublicProfile, 'teaches' | 'learns'>;

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.min(1, part / whole));

function taught(teaches: readonly TaughtSkill[], learns: readonly LearntSkill[]): ExchangeSkill[] {
  const wanted = new Set(learns.map(({ skill }) => skill.id));
  return teaches.filter(({ skill }) => wanted.has(skill.id)).map(({ skill, level }) => ({ skill, level }));
}

/** The exchange that two profiles hold, from the first one's side. */
export function exchangeOf(me: Lists, them: Lists): Exchange {
  return shared(me, them, taught(them.teaches, me.learns), taught(me.teaches, them.learns));
}

/** The exchange that a match holds: the server's reasons, which know more than the lists do. */
export function exchangeOfMatch(me: Lists, { user, reasons }: Match): Exchange {
  const of = (direction: Match['reasons'][number]['direction']): ExchangeSkill[] =>
    reasons.filter((reason) => reason.direction === direction).map(({ skill, level }) => ({ skill, level }));
  return shared(me, user, of('theyTeachYou'), of('youTeachThem'));
}

function shared(
  me: Lists,
  them: Lists,
  theyTeachYou: readonly ExchangeSkill[],
  youTeachThem: readonly ExchangeSkill[],
): Exchange {
  return {
    theyTeachYou,
    youTeachThem,
    teachShare: share(theyTeachYou.length, me.learns.length),
    learnShare: share(youTeachThem.length, them.learns.length),
  };
}
