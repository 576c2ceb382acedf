import { eventually, mailTo } from '@parley/testing';
import { waitsForLock } from '../fixture/lock-waits.fixture';
import { goodPassword, startTestUsers, type Person, type TestUsers } from '../fixture/users.fixture';

let users: TestUsers;
beforeAll(async () => {
  users = await startTestUsers();
});
afterAll(() => users.close());

const client = { userAgent: 'Firefox' };
const unauthenticated = { code: 'unauthenticated' };
const skills = { teaches: [{ skill: 'Spanish', level: 'expert' as const }], learns: [{ skill: 'Guitar' }] };
const login = (email: string) => users.client.login({ email, password: goodPassword, client });
const deactivate = (person: Person, password = goodPassword) =>
  users.client.deactivate({ password, client }, person.as);
const remove = (person: Person, password = goodPassword) => users.client.deleteAccount({ password, client }, person.as);

/** Where somebody else comes across a member who can be found. */
async function findings({ id }: Person, by: Person): Promise<Record<string, boolean>> {
  const ids = (people: readonly { id: string }[]): boolean => people.some((each) => each.id === id);
  const search = await users.client.search({ teaches: 'Spanish', limit: 100 }, by.as);
  const matches = await users.client.matches({ limit: 100 }, by.as);
  const contactable = await users.client.contactable({ userIds: [id] }, by.as);
  const profile = await users.client.profile({ userId: id }, by.as).catch(() => undefined);
  return {
    search: ids(search.items),
    matches: ids(matches.items.map(({ user }) => user)),
    contactable: contactable.userIds.includes(id),
    profile: profile !== undefined,
  };
}
const everywhere = { search: true, matches: true, contactable: true, profile: true };
const nowhere = { search: false, matches: false, contactable: false, profile: false };

async function twoWhoMatch(): Promise<[Person, Person]> {
  const person = await users.person('Ana', skills);
  const other = await users.person('Ben', {
    teaches: [{ skill: 'Guitar', level: 'expert' }],
    learns: [{ skill: 'Spanish' }],
  });
  return [person, other];
}

describe('an account that is deactivated', () => {
  it('S8: is found by nobody, its sessions and keys end, and signing in opens it again', async () => {
    const [person, other] = await twoWhoMatch();
    expect(await findings(person, other)).toEqual(everywhere);
    const key = await users.client.createApiKey({ name: 'Bot', scopes: [] }, person.as);
    const { endedIds } = await deactivate(person);
    expect(endedIds.toSorted()).toEqual([person.grant.sessionId, key.id].toSorted());
    expect(await findings(person, other)).toEqual(nowhere);
    const { refreshToken } = person.grant;
    await expect(users.client.refresh({ refreshToken, client })).rejects.toMatchObject(unauthenticated);
    await expect(users.client.verifyApiKey({ key: key.key })).rejects.toMatchObject(unauthenticated);
    await expect(users.client.createApiKey({ name: 'Late', scopes: [] }, person.as)).rejects.toMatchObject(
      unauthenticated,
    );
    await expect(login(person.email)).resolves.toMatchObject({ user: { id: person.id, displayName: 'Ana' } });
    expect(await findings(person, other)).toEqual(everywhere);
  });

  it('is so by its own password alone', async () => {
    const person = await users.person();
    for (const close of [deactivate, remove]) {
      await expect(close(person, 'not it')).rejects.toMatchObject({ errors: [{ path: 'password' }] });
    }
    await expect(login(person.email)).resolves.toBeDefined();
  });
});

describe('an account that is deleted', () => {
  const seen = ({ id }: Person) => ({ seen: [{ userId: id, at: new Date().toISOString() }] });
  /** What would come back by late calls. */
  const traces = ({ id }: Person): Promise<object[]> =>
    users.db.query<object[]>(
      `SELECT 'bio' AS trace FROM profiles WHERE user_id = $1 AND bio <> ''
       UNION ALL SELECT 'skill' FROM member_skills WHERE user_id = $1
       UNION ALL SELECT 'last seen' FROM last_seen WHERE user_id = $1`,
      [id],
    );

  it('leaves an id and a name that says so, and nothing else of the member', async () => {
    const [person, other] = await twoWhoMatch();
    await users.client.updateMe({ bio: 'All about me', location: 'Sevilla' }, person.as);
    await remove(person);
    const { users: faces } = await users.client.summaries({ userIds: [person.id] });
    const nobody = { displayName: 'Deleted member', headline: '', location: '', avatarUrl: null };
    expect(faces).toEqual([{ id: person.id, ...nobody }]);
    expect(await findings(person, other)).toEqual(nowhere);
    for (const table of ['accounts', 'profiles', 'member_skills', 'mail_tokens', 'mail_jobs', 'last_seen']) {
      const rows = await users.db.query<object[]>(`SELECT * FROM ${table}`);
      const text = JSON.stringify(rows.filter((row) => JSON.stringify(row).includes(person.id)));
      for (const secret of [person.email, 'Ana', 'All about me', 'Sevilla', 'argon2'])
        expect(text).not.toContain(secret);
    }
    await expect(users.db.query('SELECT FROM member_skills WHERE user_id = $1', [person.id])).resolves.toEqual([]);
  });

  it('takes nothing in any more that is still told of its member', async () => {
    const [person] = await twoWhoMatch();
    await remove(person);
    await users.client.noteSeen(seen(person));
    for (const call of [users.client.updateMe({ bio: 'Late' }, person.as), users.client.setSkills(skills, person.as)])
      await expect(call).rejects.toMatchObject(unauthenticated);
    await expect(users.client.me({}, person.as)).rejects.toMatchObject(unauthenticated);
    expect(await traces(person)).toEqual([]);
  });

  it('takes nothing in either that was told while it was being deleted', async () => {
    const [person] = await twoWhoMatch();
    await mailTo(users.outbox, person.email, /^Confirm/);
    const runner = users.db.createQueryRunner();
    await runner.startTransaction();
    // What the deletion comes to after account and profile.
    await runner.query('SELECT FROM member_skills WHERE user_id = $1 FOR UPDATE', [person.id]);
    const removing = remove(person);
    await waitsForLock(users.db, 1);
    const calls = Promise.allSettled([
      users.client.updateMe({ bio: 'Late' }, person.as),
      users.client.setSkills(skills, person.as),
      users.client.noteSeen(seen(person)),
    ]);
    await waitsForLock(users.db, 4);
    await runner.commitTransaction();
    await runner.release();
    await removing;
    const [profile, skillLists] = await calls;
    for (const call of [profile, skillLists]) expect(call).toMatchObject({ reason: unauthenticated });
    expect(await traces(person)).toEqual([]);
  });

  it('S8: is signed in to by nobody, its sessions end, and its address is free', async () => {
    const person = await users.person();
    const { endedIds } = await remove(person);
    expect(endedIds).toEqual([person.grant.sessionId]);
    await expect(login(person.email)).rejects.toMatchObject(unauthenticated);
    await expect(deactivate(person)).rejects.toMatchObject(unauthenticated);
    const again = await users.client.register({
      ...{ email: person.email, password: goodPassword, displayName: 'Somebody else', client },
    });
    expect(again.user.id).not.toBe(person.id);
  });

  it('lets nobody see any more that its member reads or types, and has what its messages said before forgotten', async () => {
    const person = await users.person();
    await remove(person);
    await eventually(() =>
      expect(users.messages.privacyOf(person.id)).toMatchObject({
        sendReadReceipts: false,
        sendTyping: false,
        isDeleted: true,
      }),
    );
  });
});
