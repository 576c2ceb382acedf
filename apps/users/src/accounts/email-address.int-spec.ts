import { eventually, mailsTo, mailTo } from '@parley/testing';
import { goodPassword, startTestUsers, type Person, type TestUsers } from '../fixture/users.fixture';

let users: TestUsers;
beforeAll(async () => {
  users = await startTestUsers();
});
afterAll(() => users.close());

const client = { userAgent: 'Firefox' };
const refusedToken = { code: 'validation_failed', errors: [{ path: 'token' }] };
let count = 0;
const freshEmail = (): string => `moved-${++count}@example.org`;
const ask = (person: Person, email: string, password = goodPassword) =>
  users.client.changeEmail({ email, password, client }, person.as);
const confirm = (token: string) => users.client.confirmEmail({ token, client });
const login = (email: string) => users.client.login({ email, password: goodPassword, client });
const mailed = (address: string, nth = 1) => mailTo(users.outbox, address, /^Confirm/, nth);

describe('a new account', () => {
  it('proves its address by what is mailed there, once', async () => {
    const person = await users.person();
    await expect(users.client.account({}, person.as)).resolves.toMatchObject({
      email: person.email,
      emailVerified: false,
    });
    const { token } = await mailed(person.email);
    await confirm(token);
    await expect(users.client.account({}, person.as)).resolves.toMatchObject({ emailVerified: true });
    await expect(confirm(token)).rejects.toMatchObject(refusedToken);
  });

  it('is sent the mail again, and none once the address is proved', async () => {
    const person = await users.person();
    await mailed(person.email);
    await users.client.sendVerification({}, person.as);
    const { token } = await mailed(person.email, 2);
    await confirm(token);
    await users.client.sendVerification({}, person.as);
    const jobs = await users.db.query('SELECT FROM mail_jobs WHERE recipient = $1', [person.email]);
    expect(jobs).toEqual([]);
  });

  it('is sent five mails in an hour at most', async () => {
    const person = await users.person();
    await users.db.query(
      `INSERT INTO mail_tokens (hash, user_id, purpose, email, created_at, expires_at)
       SELECT sha256((n || $1)::bytea), $1::uuid, 'verify_email', '', now(), now() FROM generate_series(1, 5) n`,
      [person.id],
    );
    await mailsTo(users.outbox, person.email);
    const before = (await mailsTo(users.outbox, person.email)).length;
    await users.client.sendVerification({}, person.as);
    await eventually(async () => {
      expect(await users.db.query('SELECT FROM mail_jobs WHERE recipient = $1', [person.email])).toEqual([]);
    });
    expect((await mailsTo(users.outbox, person.email)).length).toBeLessThanOrEqual(Math.max(before, 1));
  });
});

describe('another address', () => {
  it('holds once its mail is confirmed, and not before; the old one is told', async () => {
    const person = await users.person();
    const email = freshEmail();
    await ask(person, email.toUpperCase());
    const { token } = await mailed(email);
    await expect(login(email)).rejects.toMatchObject({ code: 'unauthenticated' });
    await confirm(token);
    await expect(login(email)).resolves.toMatchObject({ user: { id: person.id, email } });
    await expect(login(person.email)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(users.client.account({}, person.as)).resolves.toMatchObject({ email, emailVerified: true });
    await mailTo(users.outbox, person.email, /address for Parley was changed/);
  });

  it('is the last one asked for: a mail to an earlier one moves nothing', async () => {
    const person = await users.person();
    const [mistyped, right] = [freshEmail(), freshEmail()];
    await ask(person, mistyped);
    const first = await mailed(mistyped);
    await ask(person, right);
    const second = await mailed(right);
    await expect(confirm(first.token)).rejects.toMatchObject(refusedToken);
    await confirm(second.token);
    await expect(login(right)).resolves.toBeDefined();
  });

  it('is refused with a wrong password, and nothing is sent', async () => {
    const person = await users.person();
    const email = freshEmail();
    await expect(ask(person, email, 'not it')).rejects.toMatchObject({ errors: [{ path: 'password' }] });
    expect(await users.db.query('SELECT FROM mail_jobs WHERE recipient = $1', [email])).toEqual([]);
  });

  it('tells nothing of whether it has an account, and moves nobody there', async () => {
    const [person, other] = [await users.person(), await users.person()];
    await expect(ask(person, other.email)).resolves.toEqual({});
    await eventually(async () => {
      const jobs = await users.db.query('SELECT FROM mail_jobs WHERE recipient = $1', [other.email]);
      expect(jobs).toEqual([]);
    });
    const subjects = (await mailsTo(users.outbox, other.email)).map(({ subject }) => subject);
    expect(subjects).not.toContain('Confirm your new address for Parley');
  });

  it('is refused where it has an account by the time it is confirmed', async () => {
    const person = await users.person();
    const email = freshEmail();
    await ask(person, email);
    const { token } = await mailed(email);
    await users.client.register({ email, password: goodPassword, displayName: 'Quick', client });
    await expect(confirm(token)).rejects.toMatchObject({ code: 'conflict' });
    await expect(users.client.account({}, person.as)).resolves.toMatchObject({ email: person.email });
  });

  it('is not moved to by a token that has expired', async () => {
    const person = await users.person();
    const email = freshEmail();
    await ask(person, email);
    const { token } = await mailed(email);
    await users.db.query('UPDATE mail_tokens SET expires_at = now() WHERE email = $1', [email]);
    await expect(confirm(token)).rejects.toMatchObject(refusedToken);
  });
});
