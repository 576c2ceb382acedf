import { countQueries } from '../fixture/count-queries.fixture';
import { startTestUsers, type Person, type TestUsers } from '../fixture/users.fixture';
import { SearchPeople } from './search-people';

let users: TestUsers;
let seeker: Person;
const people = new Map<string, Person>();

const cast: [name: string, teaches: string[], learns: string[]][] = [
  ['María García', ['Spanish'], ['JavaScript']],
  ['Mario Rossi', ['Italian'], ['Spanish']],
  ['Ana María Peña', ['Spanish', 'Guitar'], []],
  ["Seán O'Brien", ['JavaScript'], ['Guitar']],
  ['田中 さくら', ['Japanese'], ['JavaScript']],
  ['Łukasz 🦊', ['TypeScript'], []],
];

beforeAll(async () => {
  users = await startTestUsers();
  seeker = await users.person('Maria the Seeker', { teaches: [{ skill: 'Spanish', level: 'expert' }] });
  for (const [name, teaches, learns] of cast) {
    const lists = {
      teaches: teaches.map((skill) => ({ skill, level: 'expert' as const })),
      learns: learns.map((skill) => ({ skill })),
    };
    people.set(name, await users.person(name, lists));
  }
});
afterAll(() => users.close());

type Question = { query?: string; teaches?: string; learns?: string };

const found = async (question: Question, by = seeker): Promise<string[]> =>
  (await users.client.search({ ...question, limit: 100 }, by.as)).items.map(({ displayName }) => displayName);

/** Every page, one after the other. */
async function pages(question: Question, limit: number): Promise<string[]> {
  const names: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await users.client.search(
      { ...question, limit, ...(cursor === undefined ? {} : { cursor }) },
      seeker.as,
    );
    expect(page.items.length).toBeLessThanOrEqual(limit);
    names.push(...page.items.map(({ displayName }) => displayName));
    if (page.nextCursor === null) return names;
    cursor = page.nextCursor;
  }
}

describe('search', () => {
  it.each([
    ['maria', ['María García', 'Ana María Peña']],
    ['MARÍA', ['María García', 'Ana María Peña']],
    ['pena', ['Ana María Peña']],
    ['obrien', ["Seán O'Brien"]],
    ['sean o', ["Seán O'Brien"]],
    ['田', ['田中 さくら']],
    ['さく', ['田中 さくら']],
    ['garcia maria', ['María García']],
    ['zzz', []],
    ['🦊', []],
    ['%', []],
    ["' OR 1=1 --", []],
  ])('S32: finds %j by name: %j', async (query, names) => {
    const hits = await found({ query });
    expect(hits.slice(0, names.length)).toEqual(names);
    if (names.length === 0) expect(hits).toEqual([]);
  });

  it('finds a name with a slip of the finger', async () => {
    await expect(found({ query: 'marria garcia' })).resolves.toContain('María García');
  });

  it('finds by what people teach and learn, by any word for it', async () => {
    await expect(found({ teaches: 'castellano' })).resolves.toEqual(['Ana María Peña', 'María García']);
    await expect(found({ learns: 'js' })).resolves.toEqual(['田中 さくら', 'María García']);
    await expect(found({ teaches: 'castellano', learns: 'js' })).resolves.toEqual(['María García']);
    await expect(found({ teaches: 'no such skill' })).resolves.toEqual([]);
  });

  it('finds by the beginning of a skill while it is typed', async () => {
    await expect(found({ teaches: 'typescr' })).resolves.toEqual(['Łukasz 🦊']);
  });

  it('applies all that was asked', async () => {
    await expect(found({ query: 'maria', teaches: 'guitar' })).resolves.toEqual(['Ana María Peña']);
  });

  it('takes blanks for no question, and answers everybody else, the newest first', async () => {
    const everybody = cast.map(([name]) => name).toReversed();
    await expect(found({})).resolves.toEqual(everybody);
    await expect(found({ query: '  ', teaches: '' })).resolves.toEqual(everybody);
  });

  it.each([{}, { query: 'maria' }, { teaches: 'spanish' }])(
    'pages through %j without loss or repetition',
    async (question) => {
      const all = await found(question);
      for (const limit of [1, 2, 5]) await expect(pages(question, limit)).resolves.toEqual(all);
    },
  );

  it('refuses a cursor that is none of its own', async () => {
    const beyond = JSON.stringify([2 ** 31, seeker.id]);
    for (const cursor of [
      '',
      'x',
      'W10',
      ...['["0","1"]', beyond].map((text) => Buffer.from(text).toString('base64url')),
    ]) {
      await expect(users.client.search({ cursor, limit: 1 }, seeker.as)).rejects.toMatchObject({
        code: 'validation_failed',
      });
    }
  });

  it('never shows those whom a block divides, either way', async () => {
    const [mario, sean] = [people.get('Mario Rossi'), people.get("Seán O'Brien")];
    if (!mario || !sean) throw new Error('the cast is incomplete');
    await users.client.block({ userId: mario.id }, seeker.as);
    await users.client.block({ userId: seeker.id }, sean.as);
    await expect(found({ query: 'mario' })).resolves.not.toContain('Mario Rossi');
    await expect(found({ query: 'sean' })).resolves.toEqual([]);
    await expect(found({ query: 'seeker' }, mario)).resolves.toEqual([]);
    await expect(found({ query: 'seeker' }, sean)).resolves.toEqual([]);
    await users.client.unblock({ userId: mario.id }, seeker.as);
    await users.client.unblock({ userId: seeker.id }, sean.as);
    await expect(found({ query: 'sean' })).resolves.toEqual(["Seán O'Brien"]);
  });

  it('needs as many queries for a hundred people as for one', async () => {
    const queries = (limit: number): Promise<number> =>
      countQueries(users.db, () => new SearchPeople(users.db).run({ query: 'maria', teaches: 'es', limit }, seeker.id));
    const one = await queries(1);
    await expect(queries(100)).resolves.toBe(one);
    expect(one).toBeLessThanOrEqual(5);
  });
});
