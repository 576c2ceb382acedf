import { skillCatalogue } from '../catalogue';
import { countQueries } from '../fixture/count-queries.fixture';
import { startTestUsers, type TestUsers } from '../fixture/users.fixture';
import { loadCatalogue } from './load-catalogue';
import { SetSkills } from './set-skills';

let users: TestUsers;
beforeAll(async () => {
  users = await startTestUsers();
});
afterAll(() => users.close());

const skill = (name: string): { id: string; name: string } => {
  const found = skillCatalogue.find((entry) => entry.name === name);
  if (!found) throw new Error(`the catalogue has no ${name}`);
  return { id: found.id, name };
};

describe('setSkills', () => {
  it('takes ids, names and synonyms, and answers ids and names in the order given', async () => {
    const person = await users.person();
    const lists = await users.client.setSkills(
      {
        teaches: [
          { skill: 'castellano', level: 'expert', note: 'from Sevilla' },
          { skill: skill('Guitar').id.toUpperCase(), level: 'beginner', note: '' },
        ],
        learns: [{ skill: 'js', level: 'beginner' }, { skill: ' python ' }],
      },
      person.as,
    );
    expect(lists).toEqual({
      teaches: [
        { skill: skill('Spanish'), level: 'expert', note: 'from Sevilla' },
        { skill: skill('Guitar'), level: 'beginner', note: null },
      ],
      learns: [
        { skill: skill('JavaScript'), level: 'beginner', note: null },
        { skill: skill('Python'), level: null, note: null },
      ],
    });
    await expect(users.client.me({}, person.as)).resolves.toMatchObject(lists);
  });

  it('replaces both lists, and empties them', async () => {
    const person = await users.person('Ana', { teaches: [{ skill: 'Spanish', level: 'expert' }] });
    await users.client.setSkills({ teaches: [], learns: [{ skill: 'Spanish' }] }, person.as);
    await expect(users.client.me({}, person.as)).resolves.toMatchObject({
      teaches: [],
      learns: [{ skill: { name: 'Spanish' } }],
    });
    await expect(users.client.setSkills({ teaches: [], learns: [] }, person.as)).resolves.toEqual({
      teaches: [],
      learns: [],
    });
  });

  it('names every word that is no skill and every repetition, and changes nothing', async () => {
    const person = await users.person('Ana', { teaches: [{ skill: 'Spanish', level: 'expert' }] });
    const refused = users.client.setSkills(
      {
        teaches: [{ skill: 'zxqv', level: 'expert' }],
        learns: [
          { skill: 'js' },
          { skill: '!!!' },
          { skill: 'ECMAScript' },
          { skill: '01a19b88-0000-7000-8000-000000000000' },
        ],
      },
      person.as,
    );
    await expect(refused).rejects.toMatchObject({
      code: 'validation_failed',
      errors: [
        { path: 'teaches.0.skill' },
        { path: 'learns.1.skill' },
        { path: 'learns.2.skill' },
        { path: 'learns.3.skill' },
      ],
    });
    await expect(users.client.me({}, person.as)).resolves.toMatchObject({ teaches: [{ skill: { name: 'Spanish' } }] });
  });

  it('leaves the lists of one of two calls that come at once', async () => {
    const person = await users.person();
    const lists = ['Spanish', 'Guitar', 'Python'].map((name) => ({
      ...{ teaches: [{ skill: name, level: 'expert' as const }], learns: [{ skill: name }] },
    }));
    await Promise.all([...lists, ...lists].map((input) => users.client.setSkills(input, person.as)));
    const { teaches, learns } = await users.client.me({}, person.as);
    expect(teaches).toHaveLength(1);
    expect(learns.map((entry) => entry.skill)).toEqual(teaches.map((entry) => entry.skill));
  });

  it('needs as many queries for thirty skills as for one', async () => {
    const { id } = await users.person();
    const queries = (count: number): Promise<number> => {
      const learns = skillCatalogue.slice(0, count).map(({ name }) => ({ skill: name }));
      return countQueries(users.db, () => new SetSkills(users.db).run(id, { teaches: [], learns }));
    };
    const one = await queries(1);
    await expect(queries(30)).resolves.toBe(one);
    expect(one).toBeLessThanOrEqual(7);
  });
});

describe('skills', () => {
  const complete = async (query?: string, limit = 20): Promise<string[]> => {
    const person = await users.person();
    const input = query === undefined ? { limit } : { query, limit };
    return (await users.client.skills(input, person.as)).items.map(({ name }) => name);
  };

  it.each([
    ['js', 'JavaScript'],
    ['JavaScr', 'JavaScript'],
    ['c', 'C'],
    ['c++', 'C++'],
    ['ESPAÑ', 'Spanish'],
    ['espan', 'Spanish'],
    ['西班', 'Spanish'],
  ])('leads %j to %s first', async (query, name) => {
    expect((await complete(query))[0]).toBe(name);
  });

  it('shows each skill once, what begins with the word before what holds it', async () => {
    const found = await complete('java', 100);
    expect(new Set(found).size).toBe(found.length);
    expect(found.slice(0, 2)).toEqual(['Java', 'JavaScript']);
    const script = await complete('script', 100);
    expect(script).toContain('JavaScript');
  });

  it('begins the catalogue without a query, and finds nothing for signs', async () => {
    const all = await complete(undefined, 3);
    expect(all).toEqual(
      skillCatalogue
        .map(({ name }) => name)
        .toSorted()
        .slice(0, 3),
    );
    await expect(complete('  ', 3)).resolves.toEqual(all);
    await expect(complete('%')).resolves.toEqual([]);
    await expect(complete('___')).resolves.toEqual([]);
    await expect(complete("'; DROP TABLE skills")).resolves.toEqual([]);
  });
});

describe('loadCatalogue', () => {
  it('may be repeated, renames, and replaces words', async () => {
    const spanish = skill('Spanish');
    await users.db.query(`UPDATE skills SET name = 'Castilian' WHERE id = $1`, [spanish.id]);
    await users.db.query(`INSERT INTO skill_terms VALUES ('an old word', $1, false)`, [spanish.id]);
    await users.db.transaction((manager) => loadCatalogue(manager));
    const terms = await users.db.query<{ term: string }[]>('SELECT term FROM skill_terms WHERE skill_id = $1', [
      spanish.id,
    ]);
    expect(terms.map(({ term }) => term)).not.toContain('an old word');
    await expect(users.db.query('SELECT name FROM skills WHERE id = $1', [spanish.id])).resolves.toEqual([
      { name: 'Spanish' },
    ]);
    await expect(users.db.query('SELECT FROM skills')).resolves.toHaveLength(skillCatalogue.length);
  });
});
