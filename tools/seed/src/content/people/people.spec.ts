import { ProfilePatchSchema, SkillListsInputSchema } from '@parley/contracts';
import type { Person } from '../content-types';
import { people } from './index';

function skillsOf(entries: readonly { readonly skill: string }[]): string[] {
  return entries.map(({ skill }) => skill);
}

/** How many skills `teacher` has that `learner` wants. */
function offered(teacher: Person, learner: Person): number {
  const wanted = skillsOf(learner.learns);
  return skillsOf(teacher.teaches).filter((skill) => wanted.includes(skill)).length;
}

describe('the people of the sandbox', () => {
  const named = people.map((person) => [person.displayName, person] as const);
  const [ana, ...others] = people;
  if (ana === undefined) throw new Error('nobody lives here');

  it('are about thirty, with an address of their own', () => {
    expect(people.length).toBeGreaterThanOrEqual(30);
    expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
    expect(people.filter(({ email }) => !/^[a-z]+@parley\.example$/.test(email))).toEqual([]);
    expect(ana.email).toBe('ana@parley.example');
  });

  it.each(named)('%s has a profile and lists of skills as the contract allows', (_, person) => {
    const { displayName, headline, bio, location, timezone, languages, teaches, learns } = person;
    const profile = { displayName, headline, bio, location, timezone, languages };
    expect(ProfilePatchSchema.parse(profile)).toEqual(profile);
    expect(SkillListsInputSchema.parse({ teaches, learns })).toEqual({ teaches, learns });
    expect(Intl.getCanonicalLocales([...languages])).toEqual(languages);
  });

  it.each(named)('%s teaches and learns different things', (_, person) => {
    const skills = [...skillsOf(person.teaches), ...skillsOf(person.learns)];
    expect(person.teaches.length).toBeGreaterThan(0);
    expect(person.learns.length).toBeGreaterThan(0);
    expect(new Set(skills).size).toBe(skills.length);
  });

  it('give Ana mutual matches of several strengths, and one-way ones', () => {
    const matches = others.map((other) => ({ toAna: offered(other, ana), fromAna: offered(ana, other) }));
    const mutual = matches.filter(({ toAna, fromAna }) => toAna > 0 && fromAna > 0);
    expect(mutual.length).toBeGreaterThanOrEqual(6);
    expect(new Set(mutual.map(({ toAna, fromAna }) => toAna + fromAna)).size).toBeGreaterThan(1);
    expect(matches.some(({ toAna, fromAna }) => toAna === 0 && fromAna > 0)).toBe(true);
    expect(matches.some(({ toAna, fromAna }) => toAna > 0 && fromAna === 0)).toBe(true);
  });

  it('each have somebody to learn from', () => {
    const alone = people.filter((learner) => people.every((teacher) => offered(teacher, learner) === 0));
    expect(alone.map(({ displayName }) => displayName)).toEqual([]);
  });
});
