import { eventually } from '@parley/testing';
import { goodPassword, startTestUsers, type Person, type TestUsers } from '../fixture/users.fixture';

let users: TestUsers;
beforeAll(async () => {
  users = await startTestUsers();
});
afterAll(() => users.close());

const client = { userAgent: 'Firefox', address: '203.0.113.77' };
const another = 'brass-heron-over-harbour';
const change = (person: Person, newPassword = another, currentPassword = goodPassword) =>
  users.client.changePassword({ currentPassword, newPassword, client }, person.as);
const login = (person: Person, password: string) => users.client.login({ email: person.email, password, client });

describe('changePassword', () => {
  it('puts the new one in the place of the old one', async () => {
    const person = await users.person();
    await change(person);
    await expect(login(person, goodPassword)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(login(person, another)).resolves.toMatchObject({ user: { id: person.id } });
  });

  it('S7: ends every session but the one in which it is done, and tells which', async () => {
    const [person, stranger] = [await users.person(), await users.person()];
    const [phone, tablet] = [await login(person, goodPassword), await login(person, goodPassword)];
    const { cursor } = await users.client.revocations({});
    const { endedIds } = await change(person);
    expect(endedIds.toSorted()).toEqual([phone.sessionId, tablet.sessionId].toSorted());
    const { items } = await users.client.revocations({ cursor });
    expect(items.map(({ reason }) => reason)).toEqual(['password_changed', 'password_changed']);
    for (const { refreshToken } of [phone, tablet]) {
      await expect(users.client.refresh({ refreshToken, client })).rejects.toMatchObject({ code: 'unauthenticated' });
    }
    for (const { grant } of [person, stranger]) {
      await expect(users.client.refresh({ refreshToken: grant.refreshToken, client })).resolves.toBeDefined();
    }
  });

  it('refuses a wrong password, a common one and the own address, and changes nothing', async () => {
    const person = await users.person();
    const refused = { code: 'validation_failed' };
    await expect(change(person, another, 'not it')).rejects.toMatchObject({
      ...refused,
      errors: [{ path: 'currentPassword' }],
    });
    for (const newPassword of ['P@ssw0rd123', 'bigdaddy', person.email]) {
      await expect(change(person, newPassword)).rejects.toMatchObject({
        ...refused,
        errors: [{ path: 'newPassword' }],
      });
    }
    await expect(change(person, 'short')).rejects.toMatchObject(refused);
    await expect(login(person, goodPassword)).resolves.toBeDefined();
  });

  it('lets one of two changes at once through', async () => {
    const person = await users.person();
    const results = await Promise.allSettled([change(person, `${another} 1`), change(person, `${another} 2`)]);
    const failures = results.filter((result) => result.status === 'rejected');
    expect(failures).toHaveLength(1);
    expect(['conflict', 'validation_failed']).toContain((failures[0]?.reason as { code: string }).code);
  });

  it('leaves no session to whoever signed in with the old password at that moment', async () => {
    const person = await users.person();
    const runner = users.db.createQueryRunner();
    await runner.startTransaction();
    await runner.query('UPDATE accounts SET password_hash = $2 WHERE id = $1', [person.id, 'another one']);
    const late = expect(login(person, goodPassword)).rejects.toMatchObject({ code: 'unauthenticated' });
    // It has checked the password and waits for the account.
    await eventually(async () => {
      const waiting = await users.db.query<unknown[]>(
        `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%FOR SHARE%' AND datname = current_database()`,
      );
      expect(waiting).toHaveLength(1);
    });
    await runner.commitTransaction();
    await runner.release();
    await late;
  });
});
