import type { IssuedGrant } from '@parley/contracts';
import { startTestUsers, type Person, type TestUsers } from '../fixture/users.fixture';
import { hashOfToken } from './refresh-token';

let users: TestUsers;
beforeAll(async () => {
  users = await startTestUsers();
});
afterAll(() => users.close());

const refresh = (refreshToken: string): Promise<IssuedGrant> =>
  users.client.refresh({ refreshToken, client: { userAgent: 'Firefox' } });

/** Lets time pass for a token: it was replaced so many seconds earlier. */
const age = (token: string, seconds: number): Promise<unknown> =>
  users.db.query('UPDATE refresh_tokens SET replaced_at = replaced_at - make_interval(secs => $2) WHERE hash = $1', [
    hashOfToken(token),
    seconds,
  ]);

const isAlive = async ({ as, grant }: Person): Promise<boolean> =>
  (await users.client.listSessions({}, as)).items.some(({ id }) => id === grant.sessionId);

const unauthenticated = { code: 'unauthenticated' };

describe('refresh', () => {
  it('answers the next token of the same session, of the same kind', async () => {
    const { grant } = await users.person();
    const next = await refresh(grant.refreshToken);
    expect(next).toMatchObject({ sessionId: grant.sessionId, session: grant.session, user: grant.user });
    expect(next.refreshToken).not.toBe(grant.refreshToken);
    expect(next.accessToken).not.toBe(grant.accessToken);
  });

  it('S43: answers one successor to two tabs that refresh at once', async () => {
    const person = await users.person();
    const tabs = await Promise.all(Array.from({ length: 10 }, () => refresh(person.grant.refreshToken)));
    expect(new Set(tabs.map(({ refreshToken }) => refreshToken)).size).toBe(1);
    await expect(refresh(tabs[0]?.refreshToken ?? '')).resolves.toMatchObject({ sessionId: person.grant.sessionId });
  });

  it('does so on two instances too', async () => {
    const other = await users.anotherInstance();
    const { grant } = await users.person();
    const again = { refreshToken: grant.refreshToken, client: { userAgent: 'Firefox' } };
    const [here, there] = await Promise.all([users.client.refresh(again), other.refresh(again)]);
    expect(here.refreshToken).toBe(there.refreshToken);
  });

  it('S43: ends the session when a token is used again after its successor was', async () => {
    const person = await users.person();
    const second = await refresh(person.grant.refreshToken);
    const third = await refresh(second.refreshToken);
    await expect(refresh(person.grant.refreshToken)).rejects.toMatchObject(unauthenticated);
    await expect(isAlive(person)).resolves.toBe(false);
    await expect(refresh(third.refreshToken)).rejects.toMatchObject(unauthenticated);
    const { items } = await users.client.revocations({});
    expect(items).toContainEqual({ sessionId: person.grant.sessionId, reason: 'refresh_token_reused' });
  });

  it('ends the session when a token is used again ten seconds later, though its successor was not', async () => {
    const person = await users.person();
    const second = await refresh(person.grant.refreshToken);
    await age(person.grant.refreshToken, 11);
    await expect(refresh(person.grant.refreshToken)).rejects.toMatchObject(unauthenticated);
    await expect(refresh(second.refreshToken)).rejects.toMatchObject(unauthenticated);
    await expect(isAlive(person)).resolves.toBe(false);
  });

  it('S43: ends the session for good when a stolen token and its successor are used at once', async () => {
    const person = await users.person();
    const second = await refresh(person.grant.refreshToken);
    await refresh(second.refreshToken);
    const both = await Promise.allSettled([refresh(person.grant.refreshToken), refresh(second.refreshToken)]);
    expect(both[0]?.status).toBe('rejected');
    await expect(isAlive(person)).resolves.toBe(false);
  });

  it('refuses what was never a token, a token of an ended session and one that expired', async () => {
    await expect(refresh('nonsense')).rejects.toMatchObject(unauthenticated);
    const ended = await users.person();
    await users.client.logout({}, ended.as);
    await expect(refresh(ended.grant.refreshToken)).rejects.toMatchObject(unauthenticated);
    const expired = await users.person();
    await users.db.query('UPDATE sessions SET expires_at = now() WHERE id = $1', [expired.grant.sessionId]);
    await expect(refresh(expired.grant.refreshToken)).rejects.toMatchObject(unauthenticated);
  });

  it('moves the expiry on with every refresh', async () => {
    const { grant } = await users.person();
    await users.db.query(`UPDATE sessions SET expires_at = now() + interval '1 hour' WHERE id = $1`, [grant.sessionId]);
    await refresh(grant.refreshToken);
    const [row] = await users.db.query<{ days: number }[]>(
      'SELECT extract(day FROM expires_at - now())::int AS days FROM sessions WHERE id = $1',
      [grant.sessionId],
    );
    expect(row?.days).toBe(29);
  });

  it('keeps no token that could be used in the database', async () => {
    const { grant } = await users.person();
    const next = await refresh(grant.refreshToken);
    const rows = await users.db.query<{ hash: Buffer; sealed_successor: Buffer | null }[]>(
      'SELECT * FROM refresh_tokens WHERE session_id = $1',
      [grant.sessionId],
    );
    expect(rows).toHaveLength(2);
    for (const { hash, sealed_successor: sealed } of rows) {
      for (const secret of [grant.refreshToken, next.refreshToken]) {
        expect(hash.includes(secret) || sealed?.includes(secret)).toBeFalsy();
      }
    }
  });
});
