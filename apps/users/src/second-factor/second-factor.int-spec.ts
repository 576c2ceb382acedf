import { eventually, mailTo } from '@parley/testing';
import { goodPassword, startTestUsers, type Person, type TestUsers } from '../fixture/users.fixture';
import { SecurityEventEntity } from '../security-events/security-event.entity';
import { codeAt } from './totp';

let users: TestUsers;
beforeAll(async () => {
  users = await startTestUsers();
});
afterAll(() => users.close());

const client = { userAgent: 'Firefox', address: '203.0.113.77' };
const password = goodPassword;
const step = 30_000;
const unauthenticated = { code: 'unauthenticated' };
const wrongCode = { code: 'validation_failed', errors: [{ path: 'code' }] };

interface Protected extends Person {
  readonly secret: string;
  /** The code by which it was turned on. */
  readonly used: string;
  readonly recoveryCodes: string[];
}

/** Somebody whose account asks for codes. The code of the present step is used up by turning it on. */
async function protectedPerson(): Promise<Protected> {
  const person = await users.person();
  const { secret } = await users.client.setUpSecondFactor({ password, client }, person.as);
  const code = codeAt(secret, Date.now());
  const { recoveryCodes } = await users.client.enableSecondFactor({ code, client }, person.as);
  return { ...person, secret, used: code, recoveryCodes };
}

/** A code that has not been used: that of the step to come, which is good already. */
const freshCode = ({ secret }: Protected): string => codeAt(secret, Date.now() + step);
const aWrongCode = ({ secret }: Protected): string => {
  const right = [-1, 0, 1, 2].map((aside) => codeAt(secret, Date.now() + aside * step));
  return ['000000', '111111', '222222', '333333', '444444'].find((code) => !right.includes(code)) ?? '';
};
const login = (person: Person, with_ = password) =>
  users.client.login({ email: person.email, password: with_, client });

/** What a login brings that needs a code yet. */
async function challengeOf(person: Person, with_ = password): Promise<string> {
  const error = await login(person, with_).then(
    () => undefined,
    (thrown: { code: string; secondFactor?: { challenge: string; expiresIn: number } }) => thrown,
  );
  expect(error).toMatchObject({ ...unauthenticated, secondFactor: { expiresIn: 300 } });
  return error?.secondFactor?.challenge ?? '';
}
const answer = (challenge: string, code: string) =>
  users.client.loginByCode({ challenge, code, session: 'token', client });
const eventsOf = async (userId: string): Promise<string[]> => {
  const events = await users.db.manager.find(SecurityEventEntity, { where: { userId }, order: { id: 'ASC' } });
  return events.map(({ event }) => event);
};
const shown = async (person: Person) => (await users.client.account({}, person.as)).secondFactor;

describe('turning it on', () => {
  it('needs the password, and a code of the key that was made; then the account says so, and a mail', async () => {
    const person = await users.person();
    await expect(users.client.setUpSecondFactor({ password: 'not it', client }, person.as)).rejects.toMatchObject({
      errors: [{ path: 'password' }],
    });
    await expect(users.client.enableSecondFactor({ code: '123456', client }, person.as)).rejects.toMatchObject({
      code: 'conflict',
    });
    const first = await users.client.setUpSecondFactor({ password, client }, person.as);
    const { secret, uri } = await users.client.setUpSecondFactor({ password, client }, person.as);
    expect(uri).toContain(`secret=${secret}`);
    const ofTheFirst = codeAt(first.secret, Date.now());
    if (ofTheFirst !== codeAt(secret, Date.now())) {
      await expect(users.client.enableSecondFactor({ code: ofTheFirst, client }, person.as)).rejects.toMatchObject(
        wrongCode,
      );
    }
    expect(await shown(person)).toBeNull();
    await expect(login(person)).resolves.toBeDefined();
    const code = codeAt(secret, Date.now());
    const { recoveryCodes } = await users.client.enableSecondFactor({ code, client }, person.as);
    expect(new Set(recoveryCodes).size).toBe(10);
    for (const each of recoveryCodes) expect(each).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){3}$/);
    expect(await shown(person)).toEqual({ enabledAt: expect.any(String), recoveryCodesLeft: 10 });
    await expect(users.client.setUpSecondFactor({ password, client }, person.as)).rejects.toMatchObject({
      code: 'conflict',
    });
    await mailTo(users.outbox, person.email, /second factor is on/i);
  });

  it('takes no code of a key that was made long ago', async () => {
    const person = await users.person();
    const { secret } = await users.client.setUpSecondFactor({ password, client }, person.as);
    await users.db.query(`UPDATE second_factors SET created_at = now() - interval '16 min' WHERE user_id = $1`, [
      person.id,
    ]);
    const late = users.client.enableSecondFactor({ code: codeAt(secret, Date.now()), client }, person.as);
    await expect(late).rejects.toMatchObject({ code: 'conflict' });
  });

  it('leaves neither key nor recovery code in the database for whoever copies it', async () => {
    const person = await protectedPerson();
    const tables = await Promise.all(
      ['second_factors', 'recovery_codes', 'security_events', 'mail_jobs', 'login_challenges'].map((table) =>
        users.db.query<object[]>(`SELECT ${table}::text AS row FROM ${table}`),
      ),
    );
    const text = JSON.stringify(tables).toLowerCase();
    const hex = (plain: string): string => Buffer.from(plain, 'utf8').toString('hex');
    for (const secret of [person.secret.toLowerCase(), ...person.recoveryCodes]) {
      for (const form of [secret, hex(secret), hex(secret.toUpperCase()), hex(secret.replaceAll('-', ''))]) {
        expect(text).not.toContain(form);
      }
    }
  });
});

describe('a login', () => {
  it('asks for a code only whoever knows the password, and opens no session without one', async () => {
    const person = await protectedPerson();
    const wrong = await login(person, 'not it').catch((error: unknown) => error);
    expect(wrong).toMatchObject(unauthenticated);
    expect(wrong).not.toHaveProperty('secondFactor.challenge');
    const challenge = await challengeOf(person);
    expect((await users.client.listSessions({}, person.as)).items).toHaveLength(1);
    const grant = await answer(challenge, freshCode(person));
    expect(grant).toMatchObject({ user: { id: person.id }, session: 'token', refreshToken: expect.any(String) });
    expect((await users.client.listSessions({}, person.as)).items).toHaveLength(2);
    expect((await eventsOf(person.id)).slice(-3)).toEqual(['sign_in_failed', 'second_factor_asked', 'signed_in']);
  });

  it('takes each code once, and each challenge once', async () => {
    const person = await protectedPerson();
    const [first, second] = [await challengeOf(person), await challengeOf(person)];
    await expect(answer(first, person.used)).rejects.toMatchObject(wrongCode);
    const code = freshCode(person);
    const both = await Promise.allSettled([answer(first, code), answer(second, code)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [won, lost] = both[0]?.status === 'fulfilled' ? [first, second] : [second, first];
    await expect(answer(won, person.recoveryCodes[0] ?? '')).rejects.toMatchObject(unauthenticated);
    await expect(answer(lost, person.recoveryCodes[0] ?? '')).resolves.toBeDefined();
    await expect(answer('x'.repeat(43), code)).rejects.toMatchObject(unauthenticated);
  });

  it('waits five minutes and bears five wrong codes, then it begins anew', async () => {
    const person = await protectedPerson();
    const late = await challengeOf(person);
    await users.db.query(`UPDATE login_challenges SET expires_at = now() WHERE user_id = $1`, [person.id]);
    await expect(answer(late, freshCode(person))).rejects.toMatchObject(unauthenticated);
    const challenge = await challengeOf(person);
    for (let n = 0; n < 5; n++) {
      await expect(answer(challenge, aWrongCode(person))).rejects.toMatchObject(wrongCode);
    }
    await expect(answer(challenge, person.recoveryCodes[0] ?? '')).rejects.toMatchObject(unauthenticated);
  });

  it('S41: refuses codes after five wrong ones of an account, whatever logins they come by, and takes a recovery code', async () => {
    const person = await protectedPerson();
    for (let n = 0; n < 5; n++) {
      await expect(answer(await challengeOf(person), aWrongCode(person))).rejects.toMatchObject(wrongCode);
    }
    const challenge = await challengeOf(person);
    for (const code of [aWrongCode(person), freshCode(person)]) {
      const refused = await answer(challenge, code).catch((error: unknown) => error);
      expect(refused).toMatchObject({ code: 'rate_limited' });
      const { retryAfterMs } = refused as { retryAfterMs: number };
      expect(retryAfterMs).toBeGreaterThan(800_000);
      expect(retryAfterMs).toBeLessThanOrEqual(900_000);
    }
    expect((await eventsOf(person.id)).filter((event) => event === 'second_factor_failed')).toHaveLength(5);
    await expect(answer(challenge, person.recoveryCodes[3] ?? '')).resolves.toBeDefined();
    await users.db.query(`UPDATE security_events SET at = at - interval '15 min' WHERE user_id = $1`, [person.id]);
    await expect(answer(await challengeOf(person), freshCode(person))).resolves.toBeDefined();
  });

  it('S41: refuses codes for the day after twenty wrong ones', async () => {
    const person = await protectedPerson();
    const failures = users.db.manager.createQueryBuilder().insert().into(SecurityEventEntity);
    const at = new Date(Date.now() - 3_600_000);
    const values = Array.from({ length: 20 }, () => ({
      ...{ id: crypto.randomUUID(), at, event: 'second_factor_failed' as const, userId: person.id },
      ...{ actorId: null, subjectId: null, network: null },
    }));
    await failures.values(values).execute();
    const refused = await answer(await challengeOf(person), freshCode(person)).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'rate_limited' });
    expect((refused as { retryAfterMs: number }).retryAfterMs).toBeGreaterThan(22 * 3_600_000);
  });

  it('takes a recovery code once, however it is typed', async () => {
    const person = await protectedPerson();
    const [code = ''] = person.recoveryCodes;
    const typed = ` ${code.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O').replaceAll('1', 'l')} `;
    await expect(answer(await challengeOf(person), typed)).resolves.toBeDefined();
    expect(await shown(person)).toMatchObject({ recoveryCodesLeft: 9 });
    await expect(answer(await challengeOf(person), code)).rejects.toMatchObject(wrongCode);
    expect(await eventsOf(person.id)).toContain('recovery_code_used');
  });

  it('takes no code any more once the secret of the services is another one', async () => {
    const person = await protectedPerson();
    const elsewhere = await users.anotherInstance({ RPC_SECRET: 'another secret that only the tests of users know' });
    for (const code of [freshCode(person), person.recoveryCodes[0] ?? '']) {
      const challenge = await challengeOf(person);
      const refused = elsewhere.loginByCode({ challenge, code, session: 'token', client });
      await expect(refused).rejects.toMatchObject(wrongCode);
    }
  });

  it('opens a deactivated account only once the code has come', async () => {
    const person = await protectedPerson();
    await users.client.deactivate({ password, client }, person.as);
    const statusOf = async (): Promise<unknown> =>
      users.db.query('SELECT status FROM accounts WHERE id = $1', [person.id]);
    const challenge = await challengeOf(person);
    expect(await statusOf()).toEqual([{ status: 'deactivated' }]);
    await answer(challenge, freshCode(person));
    expect(await statusOf()).toEqual([{ status: 'active' }]);
  });
});

describe('what happens to the account', () => {
  const another = 'brass-heron-over-harbour';

  it('a new password keeps it, and ends the logins that wait', async () => {
    const person = await protectedPerson();
    const waiting = await challengeOf(person);
    await users.client.changePassword({ currentPassword: password, newPassword: another, client }, person.as);
    await expect(answer(waiting, freshCode(person))).rejects.toMatchObject(unauthenticated);
    await expect(answer(await challengeOf(person, another), freshCode(person))).resolves.toBeDefined();
  });

  it('a reset keeps it where the address was proved', async () => {
    const person = await protectedPerson();
    const proof = await mailTo(users.outbox, person.email, /^Confirm/);
    await users.client.confirmEmail({ token: proof.token, client });
    const waiting = await challengeOf(person);
    await users.client.requestReset({ email: person.email, client });
    const { token } = await mailTo(users.outbox, person.email, /new password/i);
    await users.client.resetPassword({ token, password: another, client });
    await expect(answer(waiting, freshCode(person))).rejects.toMatchObject(unauthenticated);
    await expect(answer(await challengeOf(person, another), freshCode(person))).resolves.toBeDefined();
  });

  it('its deletion takes everything of it away', async () => {
    const person = await protectedPerson();
    await challengeOf(person);
    await users.client.deleteAccount({ password, client }, person.as);
    for (const table of ['second_factors', 'recovery_codes', 'login_challenges']) {
      await expect(users.db.query(`SELECT FROM ${table} WHERE user_id = $1`, [person.id])).resolves.toEqual([]);
    }
  });
});

describe('turning it off', () => {
  const disable = (person: Person, code: string, with_ = password) =>
    users.client.disableSecondFactor({ password: with_, code, client }, person.as);

  it('needs the password and a code', async () => {
    const person = await protectedPerson();
    await expect(disable(person, freshCode(person), 'not it')).rejects.toMatchObject({
      errors: [{ path: 'password' }],
    });
    await expect(disable(person, aWrongCode(person))).rejects.toMatchObject(wrongCode);
    await disable(person, freshCode(person));
    expect(await shown(person)).toBeNull();
    await expect(login(person)).resolves.toMatchObject({ user: { id: person.id } });
    await expect(disable(person, '123456')).rejects.toMatchObject({ code: 'conflict' });
    expect(await eventsOf(person.id)).toContain('second_factor_disabled');
    await mailTo(users.outbox, person.email, /second factor is off/i);
  });

  it('is possible by a recovery code, and it can be turned on again', async () => {
    const person = await protectedPerson();
    await disable(person, person.recoveryCodes[9] ?? '');
    const { secret } = await users.client.setUpSecondFactor({ password, client }, person.as);
    expect(secret).not.toBe(person.secret);
    await users.client.enableSecondFactor({ code: codeAt(secret, Date.now()), client }, person.as);
    await eventually(async () => expect(await shown(person)).toMatchObject({ recoveryCodesLeft: 10 }));
  });

  it('and making other recovery codes, which end the old ones, count wrong codes with logins', async () => {
    const person = await protectedPerson();
    const renew = (code: string) => users.client.renewRecoveryCodes({ password, code, client }, person.as);
    const { recoveryCodes } = await renew(freshCode(person));
    expect(recoveryCodes).toHaveLength(10);
    await expect(renew(person.recoveryCodes[0] ?? '')).rejects.toMatchObject(wrongCode);
    for (let n = 0; n < 2; n++) await expect(renew(aWrongCode(person))).rejects.toMatchObject(wrongCode);
    for (let n = 0; n < 2; n++) await expect(disable(person, aWrongCode(person))).rejects.toMatchObject(wrongCode);
    await expect(disable(person, aWrongCode(person))).rejects.toMatchObject({ code: 'rate_limited' });
    const challenge = await challengeOf(person);
    await expect(answer(challenge, aWrongCode(person))).rejects.toMatchObject({ code: 'rate_limited' });
    await expect(answer(challenge, recoveryCodes[0] ?? '')).resolves.toBeDefined();
  });
});
