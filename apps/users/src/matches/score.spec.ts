import { SkillLevelSchema } from '@parley/contracts';
import fc from 'fast-check';
import { levelFit, scoreMatch, type MatchFacts, type Pairing } from './score';

const level = fc.constantFrom(...SkillLevelSchema.options);
const pairing: fc.Arbitrary<Pairing> = fc.record({
  teacherLevel: level,
  learnerLevel: fc.option(level, { nil: null }),
});
const some = fc.array(pairing, { minLength: 1, maxLength: 30 });
const circumstances = fc.record({
  shareLanguage: fc.option(fc.boolean(), { nil: null }),
  sharedHours: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }),
  popularity: fc.double({ min: 0, max: 1e6, noNaN: true }),
});
const matchOf = (they: fc.Arbitrary<Pairing[]>, you: fc.Arbitrary<Pairing[]>): fc.Arbitrary<MatchFacts> =>
  fc
    .tuple(they, you, circumstances)
    .map(([theyTeachYou, youTeachThem, rest]) => ({ ...rest, theyTeachYou, youTeachThem }));
const none = fc.constant<Pairing[]>([]);
const mutual = matchOf(some, some);
const oneWay = fc.oneof(matchOf(some, none), matchOf(none, some));
const any = fc.oneof(mutual, oneWay);

const fitting: Pairing = { teacherLevel: 'expert', learnerLevel: 'intermediate' };
const ordinary: MatchFacts = {
  theyTeachYou: [fitting],
  youTeachThem: [fitting],
  shareLanguage: true,
  sharedHours: 1,
  popularity: 0,
};
const scoreOf = (facts: Partial<MatchFacts>): number => scoreMatch({ ...ordinary, ...facts }).score;

describe('scoreMatch', () => {
  it('stays within 0 and 1', () => {
    fc.assert(
      fc.property(any, (facts) => {
        const { score } = scoreMatch(facts);
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('never puts a one-way match on a level with a mutual one', () => {
    fc.assert(
      fc.property(mutual, oneWay, (both, one) => {
        expect(scoreMatch(one).score).toBeLessThan(scoreMatch(both).score);
      }),
    );
  });

  it('is mutual exactly where both directions have a skill', () => {
    fc.assert(fc.property(mutual, (facts) => expect(scoreMatch(facts).mutual).toBe(true)));
    fc.assert(fc.property(oneWay, (facts) => expect(scoreMatch(facts).mutual).toBe(false)));
  });

  it('is the same seen from the other side', () => {
    fc.assert(
      fc.property(any, (facts) => {
        const mirrored = { ...facts, theyTeachYou: facts.youTeachThem, youTeachThem: facts.theyTeachYou };
        expect(scoreMatch(mirrored)).toEqual(scoreMatch(facts));
      }),
    );
  });

  it('never falls when one more skill fits', () => {
    fc.assert(
      fc.property(any, pairing, (facts, more) => {
        const richer = { ...facts, theyTeachYou: [...facts.theyTeachYou, more] };
        expect(scoreMatch(richer).score).toBeGreaterThanOrEqual(scoreMatch(facts).score);
      }),
    );
  });

  it('never rises with popularity', () => {
    fc.assert(
      fc.property(any, fc.double({ min: 0, max: 1e6, noNaN: true }), (facts, more) => {
        const sought = { ...facts, popularity: facts.popularity + more };
        expect(scoreMatch(sought).score).toBeLessThanOrEqual(scoreMatch(facts).score);
      }),
    );
  });

  it('prefers a fair exchange to a lopsided one', () => {
    const poor: Pairing = { teacherLevel: 'beginner', learnerLevel: 'expert' };
    const fair: Pairing = { teacherLevel: 'intermediate', learnerLevel: 'intermediate' };
    const lopsided = scoreOf({ theyTeachYou: [fitting, fitting], youTeachThem: [poor] });
    expect(scoreOf({ theyTeachYou: [fair], youTeachThem: [fair] })).toBeGreaterThan(lopsided);
  });

  it('counts a language and hours in common, the unknown between yes and no', () => {
    for (const [worse, better] of [
      [{ shareLanguage: false }, { shareLanguage: null }],
      [{ shareLanguage: null }, { shareLanguage: true }],
      [{ sharedHours: 0 }, { sharedHours: null }],
      [{ sharedHours: null }, { sharedHours: 1 }],
    ] satisfies [Partial<MatchFacts>, Partial<MatchFacts>][]) {
      expect(scoreOf(worse)).toBeLessThan(scoreOf(better));
    }
  });
});

describe('levelFit', () => {
  it('wants a teacher above the learner', () => {
    const fit = (teacherLevel: Pairing['teacherLevel'], learnerLevel: Pairing['learnerLevel']): number =>
      levelFit({ teacherLevel, learnerLevel });
    expect(fit('advanced', 'beginner')).toBe(1);
    expect(fit('intermediate', 'beginner')).toBeGreaterThan(fit('beginner', 'beginner'));
    expect(fit('beginner', 'beginner')).toBeGreaterThan(fit('beginner', 'intermediate'));
    expect(fit('beginner', 'expert')).toBeGreaterThan(0);
    expect(fit('expert', null)).toBeGreaterThan(fit('beginner', null));
  });
});
