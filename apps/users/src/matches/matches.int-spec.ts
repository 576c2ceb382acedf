import type { Match, SkillListsInput } from '@parley/contracts';
import { skillCatalogue } from '../catalogue';
import { countQueries } from '../fixture/count-queries.fixture';
import { startTestUsers, type Person, type TestUsers } from '../fixture/users.fixture';
import { FindMatches } from './find-matches';
import { SkillDemand } from './skill-demand';

let users: TestUsers;
beforeAll(async () => {
  users = await startTestUsers();
});
afterAll(() => users.close());

const teaching = (...names: string[]): SkillListsInput['teaches'] => names.map((skill) => ({ skill, level: 'expert' }));
const learning = (...names: string[]): SkillListsInput['learns'] =>
  names.map((skill) => ({ skill, level: 'beginner' }));

/** Skills that no other test of this file uses. */
let next = 0;
const freshSkills = (count: number): string[] => {
  next += count;
  return skillCatalogue.slice(next - count, next).map(({ name }) => name);
};

async function matchesOf(person: Person, limit = 100): Promise<Match[]> {
  const items: Match[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await users.client.matches({ limit, ...(cursor === undefined ? {} : { cursor }) }, person.as);
    items.push(...page.items);
    if (page.nextCursor === null) return items;
    cursor = page.nextCursor;
  }
}
const namesOf = (matches: readonly Match[]): string[] => matches.map(({ user }) => user.displayName);

describe('isMutual', () => {
  it('is true for two who each teach what the other wants to learn, from either side, and for nobody else', async () => {
    const [a, b] = freshSkills(2) as [string, string];
    const ana = await users.person('Ana', { teaches: teaching(a), learns: learning(b) });
    const ben = await users.person('Ben', { teaches: teaching(b), learns: learning(a) });
    const eve = await users.person('Eve', { teaches: teaching(b) });
    const mutual = async (one: Person, other: Person) =>
      (await users.client.isMutual({ userId: other.id }, one.as)).mutual;
    expect([await mutual(ana, ben), await mutual(ben, ana)]).toEqual([true, true]);
    expect([await mutual(ana, eve), await mutual(eve, ana), await mutual(eve, ben)]).toEqual([false, false, false]);
  });
});

describe('matches', () => {
  it('tells both sides the same reasons, each from its own side', async () => {
    const [a, b] = freshSkills(2) as [string, string];
    const ana = await users.person('Ana', { teaches: teaching(a), learns: learning(b) });
    const ben = await users.person('Ben', { teaches: teaching(b), learns: learning(a) });
    const [forAna] = await matchesOf(ana);
    const [forBen] = await matchesOf(ben);
    expect(forAna).toMatchObject({
      user: { id: ben.id, teaches: [{ skill: { name: b } }] },
      mutual: true,
      reasons: [
        { direction: 'theyTeachYou', skill: { name: b }, level: 'expert' },
        { direction: 'youTeachThem', skill: { name: a }, level: 'expert' },
      ],
    });
    expect(forBen).toMatchObject({
      user: { id: ana.id },
      mutual: true,
      reasons: [
        { direction: 'theyTeachYou', skill: { name: a } },
        { direction: 'youTeachThem', skill: { name: b } },
      ],
    });
    expect(JSON.stringify(forAna)).not.toContain(ben.email);
  });

  it('puts every mutual match before the best one-way match', async () => {
    const [a, b, c] = freshSkills(3) as [string, string, string];
    const viewer = await users.person('Viewer', { teaches: teaching(a), learns: learning(b, c) });
    await users.person('one-way teacher', { teaches: teaching(b, c) });
    await users.person('one-way learner', { learns: learning(a) });
    const poor = await users.person('poor mutual');
    await users.client.setSkills(
      { teaches: [{ skill: b, level: 'beginner' }], learns: [{ skill: a, level: 'expert' }] },
      poor.as,
    );
    await users.person('same wishes', { teaches: teaching(a), learns: learning(b) });
    const matches = await matchesOf(viewer);
    expect(namesOf(matches)).toEqual(['poor mutual', 'one-way teacher', 'one-way learner']);
    expect(matches.map(({ mutual }) => mutual)).toEqual([true, false, false]);
  });

  it('prefers people one can talk with', async () => {
    const [a, b] = freshSkills(2) as [string, string];
    const lists = { teaches: teaching(b), learns: learning(a) };
    const viewer = await users.person('Viewer', { teaches: teaching(a), learns: learning(b) });
    const near = await users.person('near', lists);
    const far = await users.person('far', lists);
    const foreign = await users.person('foreign', lists);
    await users.client.updateMe({ languages: ['en-GB'], timezone: 'Europe/Berlin' }, viewer.as);
    await users.client.updateMe({ languages: ['de', 'en'], timezone: 'Europe/Madrid' }, near.as);
    await users.client.updateMe({ languages: ['en'], timezone: 'Pacific/Auckland' }, far.as);
    await users.client.updateMe({ languages: ['ja'], timezone: 'Pacific/Auckland' }, foreign.as);
    expect(namesOf(await matchesOf(viewer))).toEqual(['near', 'far', 'foreign']);
  });

  it('spares those whom many others will turn to', async () => {
    const [a, b, sought] = freshSkills(3) as [string, string, string];
    const viewer = await users.person('Viewer', { teaches: teaching(a), learns: learning(b) });
    await users.person('free', { teaches: teaching(b), learns: learning(a) });
    await users.person('swamped', { teaches: teaching(b, sought), learns: learning(a) });
    for (let index = 0; index < 8; index++) await users.person('admirer', { learns: learning(sought) });
    const fresh = new FindMatches(users.db, new SkillDemand(users.db));
    const { items } = await fresh.run({ limit: 10 }, viewer.id);
    expect(namesOf(items)).toEqual(['free', 'swamped']);
  });

  it('never shows those whom a block divides, either way, nor oneself', async () => {
    const [a, b] = freshSkills(2) as [string, string];
    const viewer = await users.person('Viewer', { teaches: teaching(a, b), learns: learning(a, b) });
    const [blocked, blocking, free] = [
      await users.person('blocked', { teaches: teaching(b), learns: learning(a) }),
      await users.person('blocking', { teaches: teaching(b), learns: learning(a) }),
      await users.person('free', { teaches: teaching(b), learns: learning(a) }),
    ];
    await users.client.block({ userId: blocked.id }, viewer.as);
    await users.client.block({ userId: viewer.id }, blocking.as);
    expect(namesOf(await matchesOf(viewer))).toEqual(['free']);
    expect(namesOf(await matchesOf(blocked))).not.toContain('Viewer');
    expect(namesOf(await matchesOf(blocking))).not.toContain('Viewer');
    expect(namesOf(await matchesOf(free))).toContain('Viewer');
  });

  it('pages through everybody once, in one order, equals included', async () => {
    const [a, b] = freshSkills(2) as [string, string];
    const viewer = await users.person('Viewer', { teaches: teaching(a), learns: learning(b) });
    for (let index = 0; index < 12; index++) {
      await users.person(`mutual ${index}`, { teaches: teaching(b), learns: learning(a) });
      await users.person(`one-way ${index}`, { teaches: teaching(b) });
    }
    const all = await matchesOf(viewer);
    expect(new Set(all.map(({ user }) => user.id)).size).toBe(24);
    const scores = all.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((x, y) => y - x));
    for (const limit of [1, 5, 24]) {
      expect(namesOf(await matchesOf(viewer, limit))).toEqual(namesOf(all));
    }
  });

  it('answers nobody to somebody without skills, and refuses a bad cursor', async () => {
    const person = await users.person();
    await expect(users.client.matches({ limit: 10 }, person.as)).resolves.toEqual({ items: [], nextCursor: null });
    for (const cursor of ['x', 'W10', Buffer.from('[null,"x"]').toString('base64url')]) {
      await expect(users.client.matches({ limit: 1, cursor }, person.as)).rejects.toMatchObject({
        code: 'validation_failed',
      });
    }
  });

  it('needs as many queries for twenty matches as for one', async () => {
    const [a, b] = freshSkills(2) as [string, string];
    const viewer = await users.person('Viewer', { teaches: teaching(a), learns: learning(b) });
    for (let index = 0; index < 20; index++)
      await users.person('somebody', { teaches: teaching(b), learns: learning(a) });
    const queries = (limit: number): Promise<number> =>
      countQueries(users.db, () => new FindMatches(users.db, new SkillDemand(users.db)).run({ limit }, viewer.id));
    const one = await queries(1);
    await expect(queries(20)).resolves.toBe(one);
    expect(one).toBeLessThanOrEqual(5);
  });
});
