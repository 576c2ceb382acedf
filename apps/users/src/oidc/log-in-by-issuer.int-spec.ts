import { mailTo, signInThere } from '@parley/testing';
import { goodPassword as password } from '../fixture/users.fixture';
import { codeAt } from '../second-factor/totp';
import { addressOf, asOf, client, redirectUri, somebody, TestSignIns } from './sign-ins.fixture';

const unauthenticated = { code: 'unauthenticated' };
let signIns: TestSignIns;
beforeAll(async () => {
  signIns = await TestSignIns.start();
});
afterAll(() => signIns.close());

it('is off unless an issuer is configured', async () => {
  expect(await signIns.users.client.oidcProvider({})).toEqual({ provider: null });
  expect(await signIns.service.oidcProvider({})).toEqual({ provider: { name: 'Example' } });
  await expect(signIns.users.client.beginOidc({})).rejects.toMatchObject({ code: 'not_found' });
});

describe('signing in', () => {
  it('opens an account the first time, which has no password and an address that is to be proved here, and finds it again', async () => {
    const subject = somebody();
    signIns.issuer.people.set(subject, {
      name: 'Ana Lima',
      email: addressOf(subject).toUpperCase(),
      email_verified: true,
    });
    const first = await signIns.arrive(subject);
    expect(first).toMatchObject({
      session: 'cookie',
      isNew: true,
      user: { displayName: 'Ana Lima', email: addressOf(subject) },
    });
    const account = await signIns.service.account({}, asOf(first));
    expect(account).toMatchObject({ emailVerified: false, hasPassword: false, identity: { name: 'Example' } });
    await mailTo(signIns.users.outbox, addressOf(subject), /confirm your address/i);
    // Another address at the issuer is still the same person there.
    signIns.issuer.people.set(subject, { email: `moved-${addressOf(subject)}`, email_verified: true });
    const again = await signIns.arrive(subject);
    expect(again).toMatchObject({ isNew: false, user: { id: first.user.id, email: addressOf(subject) } });
    expect(await signIns.eventsOf(first.user.id)).toEqual(['registered', 'identity_linked', 'signed_in', 'signed_in']);
  });

  it('sends browsers back to Parley alone, with a question that is new each time', async () => {
    const [one, other] = [await signIns.service.beginOidc({}), await signIns.service.beginOidc({})];
    const [a, b] = [new URL(one.url).searchParams, new URL(other.url).searchParams];
    expect([a.get('redirect_uri'), a.get('response_type'), a.get('code_challenge_method')]).toEqual([
      redirectUri,
      'code',
      'S256',
    ]);
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(a.get(name)).toMatch(/^[\w-]{43}$/);
      expect(a.get(name)).not.toBe(b.get(name));
    }
    expect(one.browser).not.toBe(other.browser);
    const { address } = await signInThere(one.url, somebody());
    expect(address.href).toMatch(`${redirectUri}?`);
  });

  it('leaves nothing in the database by which whoever copies it finishes a sign-in', async () => {
    const { url, browser } = await signIns.service.beginOidc({});
    const { searchParams } = new URL(url);
    const text = JSON.stringify(
      await signIns.users.db.query('SELECT a::text AS row FROM oidc_attempts a'),
    ).toLowerCase();
    for (const plain of [searchParams.get('state') ?? '', searchParams.get('nonce') ?? '', browser]) {
      const forms = [Buffer.from(plain, 'utf8'), Buffer.from(plain, 'base64url')].map((bytes) => bytes.toString('hex'));
      for (const form of [plain.toLowerCase(), ...forms]) expect(text).not.toContain(form);
    }
  });

  it('asks for the code of an account that has a second factor, and opens no session without', async () => {
    const person = await signIns.users.person();
    const { secret } = await signIns.service.setUpSecondFactor({ password, client }, person.as);
    await signIns.service.enableSecondFactor({ code: codeAt(secret, Date.now()), client }, person.as);
    const subject = somebody();
    await signIns.link(person, subject);
    const refused = await signIns.arrive(subject).catch((error: unknown) => error);
    expect(refused).toMatchObject({ ...unauthenticated, secondFactor: { expiresIn: 300 } });
    expect((await signIns.service.listSessions({}, person.as)).items).toHaveLength(1);
    const { challenge } = (refused as { secondFactor: { challenge: string } }).secondFactor;
    const code = codeAt(secret, Date.now() + 30_000);
    const grant = await signIns.service.loginByCode({ challenge, code, session: 'cookie', client });
    expect(grant.user.id).toBe(person.id);
  });

  it('is refused to a suspended account, opens a deactivated one, and finds nothing of a deleted one', async () => {
    const person = await signIns.users.person();
    const subject = somebody();
    await signIns.link(person, subject);
    await signIns.users.db.query(`UPDATE accounts SET status = 'suspended' WHERE id = $1`, [person.id]);
    await expect(signIns.arrive(subject)).rejects.toMatchObject({ code: 'forbidden' });
    await signIns.users.db.query(`UPDATE accounts SET status = 'deactivated' WHERE id = $1`, [person.id]);
    const opened = await signIns.arrive(subject);
    expect(opened.user.id).toBe(person.id);
    await signIns.service.deleteAccount({ password, client }, asOf(opened));
    expect((await signIns.arrive(subject)).user.id).not.toBe(person.id);
  });

  it('S42: by password does not work for an account that has none, and says no more than for any other', async () => {
    const subject = somebody();
    await signIns.arrive(subject);
    const refused = await signIns.service
      .login({ email: addressOf(subject), password: '', client })
      .catch((e: unknown) => e);
    const nobody = await signIns.service
      .login({ email: `x-${addressOf(subject)}`, password, client })
      .catch((e: unknown) => e);
    expect(refused).toMatchObject(unauthenticated);
    expect(String(refused)).toBe(String(nobody));
  });
});

describe('an address', () => {
  it('that the issuer has not verified opens no account', async () => {
    for (const claims of [{ email_verified: false }, {}]) {
      const subject = somebody();
      signIns.issuer.people.set(subject, { email: addressOf(subject), ...claims });
      await expect(signIns.arrive(subject)).rejects.toMatchObject({
        code: 'validation_failed',
        errors: [{ path: 'email' }],
      });
      expect(await signIns.accountsWith(addressOf(subject))).toEqual([]);
    }
  });

  it('opens nobody’s account, whatever the issuer says of it: its owner signs in and connects them', async () => {
    const person = await signIns.users.person();
    const subject = somebody();
    signIns.issuer.people.set(subject, { name: 'Ana', email: person.email, email_verified: true });
    await expect(signIns.arrive(subject)).rejects.toMatchObject({ code: 'conflict' });
    expect((await signIns.service.listSessions({}, person.as)).items).toHaveLength(1);
    expect((await signIns.eventsOf(person.id)).at(-1)).toBe('identity_refused');
    await signIns.link(person, subject);
    expect((await signIns.arrive(subject)).user.id).toBe(person.id);
  });

  it('that somebody else brought first goes to who reads its mail, and the other comes in no more', async () => {
    const subject = somebody();
    const squatter = await signIns.arrive(subject);
    await signIns.service.requestReset({ email: addressOf(subject), client });
    const { token } = await mailTo(signIns.users.outbox, addressOf(subject), /new password/i);
    const { endedIds } = await signIns.service.resetPassword({ token, password, client });
    expect(endedIds).toContain(squatter.sessionId);
    await expect(signIns.arrive(subject)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('that was proved here loses its identity with the password that a mail sets', async () => {
    const subject = somebody();
    const email = addressOf(subject);
    const first = await signIns.arrive(subject);
    const proof = await mailTo(signIns.users.outbox, email, /confirm your address/i);
    await signIns.service.confirmEmail({ token: proof.token, client });
    await signIns.service.requestReset({ email, client });
    const { token } = await mailTo(signIns.users.outbox, email, /A new password/);
    await signIns.service.resetPassword({ token, password, client });
    await expect(signIns.arrive(subject)).rejects.toMatchObject({ code: 'conflict' });
    const grant = await signIns.service.login({ email, password, client });
    expect(grant.user.id).toBe(first.user.id);
    expect(await signIns.service.account({}, asOf(grant))).toMatchObject({ hasPassword: true, identity: null });
  });
});

describe('connecting', () => {
  it('needs the password, tells by mail, and is undone by the password', async () => {
    const person = await signIns.users.person();
    const subject = somebody();
    const wrong = signIns.service.beginOidcLink({ password: 'not it', client }, person.as);
    await expect(wrong).rejects.toMatchObject({ errors: [{ path: 'password' }] });
    await signIns.link(person, subject);
    await mailTo(signIns.users.outbox, person.email, /another way to sign in/i);
    expect((await signIns.service.account({}, person.as)).identity).toEqual({
      name: 'Example',
      linkedAt: expect.any(String),
    });
    expect((await signIns.users.client.account({}, person.as)).identity).toBeNull();
    await expect(signIns.service.beginOidcLink({ password, client }, person.as)).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(signIns.service.unlinkOidc({ password: 'not it', client }, person.as)).rejects.toMatchObject({
      errors: [{ path: 'password' }],
    });
    await signIns.service.unlinkOidc({ password, client }, person.as);
    await mailTo(signIns.users.outbox, person.email, /one way less/i);
    expect((await signIns.arrive(subject)).user.id).not.toBe(person.id);
    await expect(signIns.service.unlinkOidc({ password, client }, person.as)).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('is for whoever has begun it, and is no sign-in, nor the other way round', async () => {
    const [ana, bob] = [await signIns.users.person(), await signIns.users.person()];
    const begun = await signIns.broughtToLink(ana, somebody());
    await expect(signIns.service.finishOidcLink(begun, bob.as)).rejects.toMatchObject(unauthenticated);
    await expect(signIns.service.finishOidc(begun)).rejects.toMatchObject(unauthenticated);
    await expect(signIns.service.finishOidcLink(begun, ana.as)).resolves.toEqual({});
    const { browser, code, state, iss } = await signIns.brought(somebody());
    const signIn = { code, state, ...(iss !== undefined && { iss }), browser, client };
    await expect(signIns.service.finishOidcLink(signIn, bob.as)).rejects.toMatchObject(unauthenticated);
  });

  it('gives nobody an identity that is another’s', async () => {
    const [ana, bob] = [await signIns.users.person(), await signIns.users.person()];
    const subject = somebody();
    await signIns.link(ana, subject);
    await expect(signIns.link(bob, subject)).rejects.toMatchObject({ code: 'conflict' });
    expect((await signIns.arrive(subject)).user.id).toBe(ana.id);
  });

  it('that is under way ends with the session', async () => {
    const person = await signIns.users.person();
    const [byReset, bySignOut] = [
      await signIns.broughtToLink(person, somebody()),
      await signIns.broughtToLink(person, somebody()),
    ];
    await signIns.service.logout({}, person.as);
    await expect(signIns.service.finishOidcLink(bySignOut, person.as)).rejects.toMatchObject(unauthenticated);
    await signIns.service.requestReset({ email: person.email, client });
    const { token } = await mailTo(signIns.users.outbox, person.email, /new password/i);
    await signIns.service.resetPassword({ token, password, client });
    await expect(signIns.service.finishOidcLink(byReset, person.as)).rejects.toMatchObject(unauthenticated);
    await expect(signIns.users.db.query('SELECT FROM identities WHERE user_id = $1', [person.id])).resolves.toEqual([]);
  });

  it('takes a password, which an account has that the issuer has opened once a mail has set one', async () => {
    const as = asOf(await signIns.arrive(somebody()));
    for (const call of ['unlinkOidc', 'deactivate'] as const) {
      await expect(signIns.service[call]({ password, client }, as)).rejects.toMatchObject({
        errors: [{ path: 'password', message: expect.stringMatching(/was never set/) }],
      });
    }
  });
});
