import { normaliseSkillTerm, skillCatalogue } from './index';

const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Values that occur more than once. */
function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** The ids of the skills to which a person's word leads. */
function skillsFor(term: string): string[] {
  const wanted = normaliseSkillTerm(term);
  return skillCatalogue
    .filter(({ name, synonyms }) => [name, ...synonyms].some((known) => normaliseSkillTerm(known) === wanted))
    .map(({ name }) => name);
}

describe('skillCatalogue', () => {
  it('has some hundred skills', () => {
    expect(skillCatalogue.length).toBeGreaterThanOrEqual(250);
  });

  it('gives each skill a UUIDv7 of its own', () => {
    expect(skillCatalogue.filter(({ id }) => !uuidV7.test(id))).toEqual([]);
    expect(repeated(skillCatalogue.map(({ id }) => id))).toEqual([]);
  });

  it('has names that differ by more than case and accents', () => {
    expect(repeated(skillCatalogue.map(({ name }) => normaliseSkillTerm(name)))).toEqual([]);
  });

  it('has no word that leads to two skills, nor one twice', () => {
    const terms = skillCatalogue.flatMap(({ name, synonyms }) => [name, ...synonyms].map(normaliseSkillTerm));
    expect(repeated(terms)).toEqual([]);
    expect(terms).not.toContain('');
  });

  it('is written as it is shown: NFC, trimmed, at most 60 characters', () => {
    const terms = skillCatalogue.flatMap(({ name, synonyms }) => [name, ...synonyms]);
    expect(terms.filter((term) => term !== term.trim().normalize('NFC') || term.length > 60)).toEqual([]);
  });

  it.each([
    ['js', 'JavaScript'],
    ['ECMAScript', 'JavaScript'],
    ['castellano', 'Spanish'],
    ['ESPAÑOL', 'Spanish'],
    ['espanol', 'Spanish'],
    ['スペイン語', 'Spanish'],
    ['西班牙语', 'Spanish'],
    ['الإسبانية', 'Spanish'],
    ['Französisch', 'French'],
    ['c', 'C'],
    ['c++', 'C++'],
    ['C#', 'C#'],
    ['maori', 'Māori'],
    ['fussball', 'Football'],
    ['Gitarre', 'Guitar'],
  ])('leads %j to %s alone', (term, name) => {
    expect(skillsFor(term)).toEqual([name]);
  });
});
