import { eventually, mailsTo, mailTo } from '@parley/testing';
import { waitsForLock } from '../fixture/lock-waits.fixture';
import { goodPassword, startTestUsers, type Person, type TestUsers } from '../fixture/users.fixture';
import { codeAt } from '../second-factor/totp';

let users: TestUsers;
beforeAll(async () => {
  users = await startTestUsers();
});
afterAll(() => users.close());

const client = { userAgent: 'Firefox' };
const another = 'brass-heron-over-harbour';
const refusedToken = { code: 'validation_failed', errors: [{ path: 'token' }] };
const request = (email: string) => users.client.requestReset({ email, client });
const reset = (token: string, password = another) => users.client.resetPassword({ token, password, client });
const login = (email: string, password: string) => users.client.login({ email, password, client });

async function tokenFor(email: string, nth = 1): Promise<string> {
  await request(email);
  return (await mailTo(users.outbox, email, /^A new password/, nth)).token;
}

it('S7: replaces the password once, proves the address, and ends every session and key', async () => {
  const person = await users.person();
  const phone = await login(person.email, goodPassword);
  const key = await users.client.createApiKey({ name: 'Bot', scopes: [] }, person.as);
  const token = await tokenFor(person.email);
  const { endedIds } = await reset(token);
  expect(endedIds.toSorted()).toEqual([person.grant.sessionId, phone.sessionId, key.id].toSorted());
  await expect(login(person.email, goodPassword)).rejects.toMatchObject({ code: 'unauthenticated' });
  await expect(login(person.email, another)).resolves.toBeDefined();
  await expect(users.client.account({}, person.as)).resolves.toMatchObject({ emailVerified: true });
  for (const { refreshToken } of [person.grant, phone]) {
    await expect(users.client.refresh({ refreshToken, client })).rejects.toMatchObject({ code: 'unauthenticated' });
  }
  await expect(users.client.verifyApiKey({ key: key.key })).rejects.toMatchObject({ code: 'unauthenticated' });
  await expect(reset(token)).rejects.toMatchObject(refusedToken);
  await mailTo(users.outbox, person.email, /password for Parley was changed/);
});

it('takes a token once, however many bring it at the same time', async () => {
  const person = await users.person();
  const token = await tokenFor(person.email);
  const all = await Promise.allSettled([1, 2, 3, 4].map((n) => reset(token, `${another} ${n}`)));
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

it('S42: answers for an unknown address as for a known one, and sends nothing', async () => {
  const person = await users.person();
  const unknown = 'nobody-here@example.org';
  await expect(request(unknown)).resolves.toEqual(await request(person.email));
  await mailTo(users.outbox, person.email, /^A new password/);
  await eventually(async () => {
    expect(await users.db.query('SELECT FROM mail_jobs WHERE recipient = $1', [unknown])).toEqual([]);
  });
  await expect(mailsTo(users.outbox, unknown)).resolves.toEqual([]);
});

it('S42: does the same work for both: one row, with the address and nothing else', async () => {
  const person = await users.person();
  const unknown = 'nobody-either@example.org';
  const runner = users.db.createQueryRunner();
  await runner.startTransaction();
  // Whoever sends mails finds none while this is held.
  await runner.query('LOCK TABLE mail_tokens IN ACCESS EXCLUSIVE MODE');
  await Promise.all([request(unknown), request(unknown), request(person.email)]);
  const rows = await users.db.query<object[]>(
    `SELECT kind, user_id FROM mail_jobs WHERE kind = 'reset_password' AND recipient = ANY($1)`,
    [[unknown, person.email]],
  );
  await runner.rollbackTransaction();
  await runner.release();
  // The unknown one may have been looked up already; none has been written more than once.
  expect(rows.length).toBeLessThanOrEqual(2);
  for (const row of rows) expect(row).toEqual({ kind: 'reset_password', user_id: null });
});

it('keeps the token as its hash alone, and it is worth nothing for long', async () => {
  const person = await users.person();
  const token = await tokenFor(person.email);
  const rows = await users.db.query<object[]>(
    'SELECT encode(hash, $2) AS hash, t.* FROM mail_tokens t WHERE user_id = $1',
    [person.id, 'base64'],
  );
  expect(JSON.stringify(rows)).not.toContain(token);
  await users.db.query('UPDATE mail_tokens SET expires_at = now() WHERE user_id = $1', [person.id]);
  await expect(reset(token)).rejects.toMatchObject(refusedToken);
});

it('is undone by a change of the password, and by one of the address', async () => {
  const [ana, ben] = [await users.person(), await users.person()];
  const tokens = [await tokenFor(ana.email), await tokenFor(ben.email)];
  const passwords = { currentPassword: goodPassword, newPassword: another };
  await users.client.changePassword({ ...passwords, client }, ana.as);
  await users.client.changeEmail({ email: 'ben-moved@example.org', password: goodPassword, client }, ben.as);
  const { token } = await mailTo(users.outbox, 'ben-moved@example.org', /^Confirm/);
  await users.client.confirmEmail({ token, client });
  for (const each of tokens) await expect(reset(each)).rejects.toMatchObject(refusedToken);
});

it('undoes a move to another address that waits, mailed or not', async () => {
  for (const setAnother of [
    async (person: Person) => void (await reset(await tokenFor(person.email))),
    async (person: Person) => {
      const passwords = { currentPassword: goodPassword, newPassword: another };
      await users.client.changePassword({ ...passwords, client }, person.as);
    },
  ]) {
    const person = await users.person();
    const [mailed, waiting] = [`taken-${person.id}@example.org`, `waiting-${person.id}@example.org`];
    await users.client.changeEmail({ email: mailed, password: goodPassword, client }, person.as);
    const { token } = await mailTo(users.outbox, mailed, /^Confirm/);
    // A mail server that is away has one waiting.
    await users.db.query(
      `INSERT INTO mail_jobs (id, kind, recipient, user_id, created_at, due_at)
       VALUES (gen_random_uuid(), 'change_email', $1, $2, now(), now() + interval '1 hour')`,
      [waiting, person.id],
    );
    await setAnother(person);
    await expect(users.client.confirmEmail({ token, client })).rejects.toMatchObject(refusedToken);
    await expect(users.db.query('SELECT FROM mail_jobs WHERE recipient = $1', [waiting])).resolves.toEqual([]);
  }
});

it('takes a second factor away that somebody set up before the address was proved', async () => {
  const person = await users.person();
  const { secret } = await users.client.setUpSecondFactor({ password: goodPassword, client }, person.as);
  await users.client.enableSecondFactor({ code: codeAt(secret, Date.now()), client }, person.as);
  await expect(login(person.email, goodPassword)).rejects.toMatchObject({ secondFactor: expect.anything() });
  await reset(await tokenFor(person.email));
  await expect(login(person.email, another)).resolves.toMatchObject({ user: { id: person.id } });
});

it('is mailed however many mails of another kind somebody had sent', async () => {
  const person = await users.person();
  for (let count = 0; count < 5; count++) {
    const email = `away-${count}-${person.id}@example.org`;
    await users.client.changeEmail({ email, password: goodPassword, client }, person.as);
    await mailTo(users.outbox, email, /^Confirm/);
  }
  await expect(tokenFor(person.email)).resolves.toEqual(expect.any(String));
});

it('leaves nothing to do to whoever called while it was under way', async () => {
  const person = await users.person();
  const token = await tokenFor(person.email);
  const runner = users.db.createQueryRunner();
  await runner.startTransaction();
  await runner.query('SELECT FROM accounts WHERE id = $1 FOR UPDATE', [person.id]);
  const resetting = reset(token);
  await waitsForLock(users.db, 1);
  const calls = Promise.allSettled([
    users.client.createApiKey({ name: 'Late', scopes: [] }, person.as),
    users.client.changeEmail({ email: `late-${person.id}@example.org`, password: goodPassword, client }, person.as),
    users.client.setUpSecondFactor({ password: goodPassword, client }, person.as),
  ]);
  await waitsForLock(users.db, 4);
  await runner.commitTransaction();
  await runner.release();
  await resetting;
  for (const call of await calls) {
    expect(call).toMatchObject({ status: 'rejected', reason: { code: 'unauthenticated' } });
  }
});

it('refuses common passwords, tokens of another kind, and what is none', async () => {
  const person = await users.person();
  const token = await tokenFor(person.email);
  await expect(reset(token, 'P@ssw0rd123')).rejects.toMatchObject({ errors: [{ path: 'password' }] });
  const verification = await mailTo(users.outbox, person.email, /^Confirm/);
  await expect(reset(verification.token)).rejects.toMatchObject(refusedToken);
  await expect(users.client.confirmEmail({ token, client })).rejects.toMatchObject(refusedToken);
  await expect(reset('x'.repeat(43))).rejects.toMatchObject(refusedToken);
  await expect(reset('short')).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(reset(token)).resolves.toBeDefined();
});
