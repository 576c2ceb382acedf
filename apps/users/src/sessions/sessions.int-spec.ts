import { v7 as uuidV7 } from 'uuid';
import { goodPassword, startTestUsers, type TestUsers } from '../fixture/users.fixture';
import { SessionActivity } from './session-activity';

let users: TestUsers;
beforeAll(async () => {
  users = await startTestUsers();
});
afterAll(() => users.close());

const lastSeen = async (sessionId: string): Promise<number> => {
  const [row] = await users.db.query<{ at: Date }[]>('SELECT last_seen_at AS at FROM sessions WHERE id = $1', [
    sessionId,
  ]);
  return row?.at.getTime() ?? NaN;
};

describe('listSessions', () => {
  it('shows the live sessions of the account, the current one marked', async () => {
    const person = await users.person();
    const phone = await users.client.login({
      ...{ email: person.email, password: goodPassword, session: 'token', client: { userAgent: 'Phone' } },
    });
    const { items } = await users.client.listSessions({}, person.as);
    expect(items.map(({ id, userAgent, current }) => ({ id, userAgent, current }))).toEqual([
      { id: phone.sessionId, userAgent: 'Phone', current: false },
      { id: person.grant.sessionId, userAgent: 'test', current: true },
    ]);
  });

  it('leaves out those that ended or expired, and everybody else’s', async () => {
    const [person, other] = [await users.person(), await users.person()];
    await users.db.query('UPDATE sessions SET expires_at = now() WHERE id = $1', [other.grant.sessionId]);
    await users.client.logout({}, person.as);
    await expect(users.client.listSessions({}, person.as)).resolves.toEqual({ items: [] });
    await expect(users.client.listSessions({}, other.as)).resolves.toEqual({ items: [] });
  });
});

describe('endSession', () => {
  it('ends one of one’s own, and may be repeated', async () => {
    const person = await users.person();
    const { sessionId } = await users.client.login({
      ...{ email: person.email, password: goodPassword, client: { userAgent: 'Phone' } },
    });
    await expect(users.client.endSession({ sessionId }, person.as)).resolves.toEqual({});
    await expect(users.client.endSession({ sessionId }, person.as)).resolves.toEqual({});
    const { items } = await users.client.listSessions({}, person.as);
    expect(items.map(({ id }) => id)).toEqual([person.grant.sessionId]);
  });

  it('finds no session of another member, nor one that there is not', async () => {
    const [person, other] = [await users.person(), await users.person()];
    for (const sessionId of [other.grant.sessionId, uuidV7()]) {
      await expect(users.client.endSession({ sessionId }, person.as)).rejects.toMatchObject({ code: 'not_found' });
    }
    await expect(users.client.listSessions({}, other.as)).resolves.toMatchObject({ items: [{ current: true }] });
  });
});

describe('lastSeenAt', () => {
  it('moves with use, at most once a minute', async () => {
    const { grant } = await users.person();
    await users.db.query(`UPDATE sessions SET last_seen_at = now() - interval '2 hours' WHERE id = $1`, [
      grant.sessionId,
    ]);
    const before = await lastSeen(grant.sessionId);
    await new SessionActivity(users.db).seen(grant.sessionId);
    const moved = await lastSeen(grant.sessionId);
    expect(moved - before).toBeGreaterThan(3_600_000);
    // Another instance, which remembers nothing, within the same minute.
    await new SessionActivity(users.db).seen(grant.sessionId);
    await expect(lastSeen(grant.sessionId)).resolves.toBe(moved);
  });
});
