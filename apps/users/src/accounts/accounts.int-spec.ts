import type { UsersClient } from '../fixture/users.fixture';
import { goodPassword, startTestUsers, type TestUsers } from '../fixture/users.fixture';

let users: TestUsers;
beforeAll(async () => {
  users = await startTestUsers();
});
afterAll(() => users.close());

const client = { userAgent: 'Firefox' };
let count = 0;
const freshEmail = (): string => `account-${++count}@example.org`;
const registration = (email = freshEmail()): Parameters<UsersClient['register']>[0] => ({
  ...{ email, password: goodPassword, displayName: 'Ana López', client },
});

describe('register', () => {
  it('answers an account, its empty profile and a session', async () => {
    const grant = await users.client.register({ ...registration('Ana@Example.ORG'), session: 'token' });
    expect(grant).toMatchObject({
      user: { email: 'ana@example.org', displayName: 'Ana López', headline: '', teaches: [], learns: [] },
      expiresIn: 600,
      refreshExpiresIn: 30 * 24 * 3_600,
      session: 'token',
    });
    expect(grant.user.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });

  it('refuses an address that is taken, in whatever case, and tells nothing of its account', async () => {
    const email = freshEmail();
    await users.client.register(registration(email));
    const again = users.client.register(registration(email.toUpperCase()));
    await expect(again).rejects.toMatchObject({ code: 'conflict', detail: expect.not.stringContaining('Ana') });
  });

  it('makes one account of ten registrations at once', async () => {
    const email = freshEmail();
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => users.client.register(registration(email))));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of all) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'conflict' });
    }
    const rows = await users.db.query('SELECT FROM accounts WHERE email = $1', [email]);
    expect(rows).toHaveLength(1);
  });

  it('S40: refuses a password that everybody tries first', async () => {
    await expect(users.client.register({ ...registration(), password: 'P@ssw0rd123' })).rejects.toMatchObject({
      code: 'validation_failed',
      errors: [{ path: 'password' }],
    });
  });

  it('S40: stores no password, only its argon2id hash', async () => {
    const email = freshEmail();
    await users.client.register(registration(email));
    const [row] = await users.db.query<object[]>('SELECT * FROM accounts WHERE email = $1', [email]);
    expect(row).toMatchObject({ password_hash: expect.stringMatching(/^\$argon2id\$/) });
    expect(JSON.stringify(row)).not.toContain(goodPassword);
  });
});

describe('login', () => {
  it('opens a session of its own each time', async () => {
    const email = freshEmail();
    const first = await users.client.register(registration(email));
    const second = await users.client.login({ email: email.toUpperCase(), password: goodPassword, client });
    expect(second.user).toEqual(first.user);
    expect(second.sessionId).not.toBe(first.sessionId);
    expect(second.session).toBe('cookie');
  });

  it('S42: answers a wrong password and an unknown address alike', async () => {
    const email = freshEmail();
    await users.client.register(registration(email));
    const failure = (input: { email: string; password: string }): Promise<unknown> =>
      users.client.login({ ...input, client }).then(
        () => 'let in',
        (error: { toWire(): unknown }) => error.toWire(),
      );
    const wrong = await failure({ email, password: 'not the password' });
    expect(wrong).toMatchObject({ code: 'unauthenticated' });
    await expect(failure({ email: freshEmail(), password: goodPassword })).resolves.toEqual(wrong);
  });

  it('keeps the number of sessions of an account bounded: those longest not seen end', async () => {
    const person = await users.person();
    await users.db.query(
      `INSERT INTO sessions (id, user_id, kind, user_agent, created_at, last_seen_at, expires_at)
       SELECT gen_random_uuid(), $1, 'token', 'n' || n, now(), now() - interval '1 hour' - n * interval '1 minute',
         now() + interval '1 day' FROM generate_series(1, 49) n`,
      [person.id],
    );
    await users.client.login({ email: person.email, password: goodPassword, client });
    const { items } = await users.client.listSessions({}, person.as);
    expect(items).toHaveLength(50);
    expect(items.map(({ userAgent }) => userAgent)).not.toContain('n49');
    const { items: ended } = await users.client.revocations({});
    expect(ended.at(-1)?.reason).toBe('too_many_sessions');
  });
});
