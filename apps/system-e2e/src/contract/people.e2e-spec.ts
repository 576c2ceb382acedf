import type { Match, PublicProfile, Skill, SkillLists } from '@parley/contracts';
import { aPerson, problemOf, type Person } from '@parley/testing';
import { randomUUID } from 'node:crypto';
import { system } from '../support/system';

const places = system();

describe('one’s own profile', () => {
  it('S16: is changed field by field and answered whole', async () => {
    const ana = await aPerson(places, { name: 'Ana' });
    const changes = {
      headline: 'Spanish for the shy',
      location: 'Lisbon',
      timezone: 'Europe/Lisbon',
      languages: ['es', 'en-GB'],
    };
    const { body } = await ana.api.patch<PublicProfile>('/users/me', changes);
    expect(body).toMatchObject({ displayName: 'Ana', ...changes });
    expect((await ana.api.get('/users/me')).body).toEqual(body);
    for (const wrong of [
      { timezone: 'Mars/Olympus' },
      { languages: ['not a tag'] },
      { email: 'new@test.example' },
      { id: randomUUID() },
    ]) {
      expect(problemOf(await ana.api.patch('/users/me', wrong)).code).toBe('validation_failed');
    }
  });

  it('S17: shows others no address and no setting', async () => {
    const [ana, ben] = [await aPerson(places, { name: 'Ana' }), await aPerson(places)];
    const { body } = await ben.api.get<Record<string, unknown>>(`/users/${ana.id}`);
    expect(body['displayName']).toBe('Ana');
    expect(JSON.stringify(body)).not.toContain(ana.email);
    expect(Object.keys(body)).not.toEqual(expect.arrayContaining(['email']));
  });
});

describe('skills', () => {
  it('go in as id, name or synonym and come out as the catalogue has them', async () => {
    const ana = await aPerson(places);
    const { body: found } = await ana.api.get<{ items: Skill[] }>('/skills?query=javasc&limit=5');
    const javascript = found.items.find(({ name }) => name === 'JavaScript');
    expect(javascript).toBeDefined();
    const put = {
      teaches: [{ skill: 'js', level: 'expert', note: 'since 1997' }],
      learns: [{ skill: 'SPANISH' }, { skill: javascript?.id }],
    };
    const { body } = await ana.api.put<SkillLists>('/users/me/skills', put);
    expect(body.teaches).toEqual([{ skill: javascript, level: 'expert', note: 'since 1997' }]);
    expect(body.learns.map(({ skill }) => skill.name)).toEqual(expect.arrayContaining(['Spanish', 'JavaScript']));
  });

  it('that the catalogue does not have are refused at their place', async () => {
    const ana = await aPerson(places);
    const problem = problemOf(
      await ana.api.put('/users/me/skills', { teaches: [{ skill: 'flumming', level: 'expert' }], learns: [] }),
    );
    expect(problem).toMatchObject({ code: 'validation_failed', errors: [{ path: 'teaches.0.skill' }] });
  });
});

describe('finding people', () => {
  let ana: Person;
  let mutual: Person;
  let teacher: Person;

  beforeAll(async () => {
    ana = await aPerson(places, { name: 'Ana', teaches: ['Basque'], learns: ['Bookbinding'] });
    mutual = await aPerson(places, {
      name: `Mutual ${randomUUID().slice(0, 8)}`,
      teaches: ['Bookbinding'],
      learns: ['Basque'],
    });
    teacher = await aPerson(places, { name: 'One-way', teaches: ['Bookbinding'], learns: ['Chess'] });
  });

  const allMatches = async (person: Person): Promise<Match[]> => {
    const matches: Match[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body }: { body: { items: Match[]; nextCursor: string | null } } = await person.api.get(
        `/matches?limit=20${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
      );
      matches.push(...body.items);
      cursor = body.nextCursor;
    }
    return matches;
  };

  it('matches mutual interests first, with reasons in both directions', async () => {
    const matches = await allMatches(ana);
    const [first, second] = [
      matches.findIndex(({ user }) => user.id === mutual.id),
      matches.findIndex(({ user }) => user.id === teacher.id),
    ];
    expect(first).toBeGreaterThanOrEqual(0);
    expect(matches[first]).toMatchObject({ mutual: true });
    expect(matches[first]?.reasons.map(({ direction, skill }) => `${direction} ${skill.name}`).sort()).toEqual([
      'theyTeachYou Bookbinding',
      'youTeachThem Basque',
    ]);
    expect(second).toBeGreaterThan(first);
    expect(matches[second]).toMatchObject({ mutual: false });
    const lastMutual = matches.findLastIndex((match) => match.mutual);
    expect(matches.findIndex((match) => !match.mutual)).toBeGreaterThan(lastMutual);
    expect(new Set(matches.map(({ user }) => user.id)).size).toBe(matches.length);
    expect(matches.some(({ user }) => user.id === ana.id)).toBe(false);
  });

  it('searches by name and by skill', async () => {
    const byName = await ana.api.get<{ items: PublicProfile[] }>(
      `/users?query=${encodeURIComponent(mutual.grant.user.displayName.toLowerCase())}`,
    );
    expect(byName.body.items.map(({ id }) => id)).toEqual([mutual.id]);
    const bySkill = await ana.api.get<{ items: PublicProfile[] }>('/users?teaches=bookbinding&learns=basque');
    expect(bySkill.body.items.map(({ id }) => id)).toContain(mutual.id);
    expect(bySkill.body.items.map(({ id }) => id)).not.toContain(teacher.id);
  });

  it('a block hides both from each other, and lifting it brings both back', async () => {
    const sees = async (who: Person, whom: Person): Promise<boolean[]> => [
      (await allMatches(who)).some(({ user }) => user.id === whom.id),
      (await who.api.get<{ items: PublicProfile[] }>('/users?teaches=bookbinding&limit=100')).body.items.some(
        ({ id }) => id === whom.id,
      ),
      (await who.api.get(`/users/${whom.id}`)).status === 200,
    ];
    expect(await sees(mutual, ana)).toEqual([true, false, true]);
    expect((await ana.api.put(`/users/me/blocks/${mutual.id}`)).status).toBe(204);
    expect((await ana.api.put(`/users/me/blocks/${mutual.id}`)).status).toBe(204);
    expect(await sees(ana, mutual)).toEqual([false, false, false]);
    expect(await sees(mutual, ana)).toEqual([false, false, false]);
    expect((await ana.api.get('/users/me/blocks')).body).toMatchObject({
      items: [{ user: { id: mutual.id } }],
      nextCursor: null,
    });
    expect((await mutual.api.get('/users/me/blocks')).body).toMatchObject({ items: [] });
    expect(problemOf(await mutual.api.post('/chatrooms', { kind: 'direct', memberIds: [ana.id] })).code).toBe(
      'not_found',
    );
    expect((await ana.api.delete(`/users/me/blocks/${mutual.id}`)).status).toBe(204);
    expect(await sees(ana, mutual)).toEqual([true, true, true]);
    expect(problemOf(await ana.api.put(`/users/me/blocks/${ana.id}`)).code).toBe('validation_failed');
    expect(problemOf(await ana.api.put(`/users/me/blocks/${randomUUID()}`)).code).toBe('not_found');
  });
});
