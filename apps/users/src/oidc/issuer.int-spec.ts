import { randomUUID } from 'node:crypto';
import { requestContext } from '@parley/server-runtime';
import { signInThere, startIssuer, type TestIssuer } from '@parley/testing';
import { generateKeyPair } from 'jose';
import { addressOf, redirectUri, somebody, TestSignIns } from './sign-ins.fixture';

const unauthenticated = { code: 'unauthenticated' };
let signIns: TestSignIns;
beforeAll(async () => {
  signIns = await TestSignIns.start();
});
afterAll(() => signIns.close());

/** The answer without the address that it stood in. */
const bare = ({ code, state, iss }: Awaited<ReturnType<typeof signInThere>>) => ({ code, state, iss });

describe('what comes back from the issuer', () => {
  it('counts once, also where it is brought twice at the same time', async () => {
    const subject = somebody();
    const { url, browser } = await signIns.service.beginOidc({});
    // Asked twice, the issuer answers the same question with two codes, either of them good.
    const [one, other] = [await signInThere(url, subject), await signInThere(url, subject)];
    expect([one.state, one.code === other.code]).toEqual([other.state, false]);
    const finish = (answer: typeof one) => signIns.finish({ ...bare(answer), browser });
    const both = await Promise.allSettled([finish(one), finish(one)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(finish(other)).rejects.toMatchObject(unauthenticated);
  });

  it('counts in the browser that was sent there, and in no other', async () => {
    const [mine, theirs] = [await signIns.brought(somebody()), await signIns.service.beginOidc({})];
    await expect(signIns.finish({ ...mine, browser: theirs.browser })).rejects.toMatchObject(unauthenticated);
    await expect(signIns.finish({ ...mine, state: 'x'.repeat(43) })).rejects.toMatchObject(unauthenticated);
    await expect(signIns.finish(mine)).resolves.toBeDefined();
  });

  it('counts for ten minutes', async () => {
    const brought = await signIns.brought(somebody());
    await signIns.users.db.query('UPDATE oidc_attempts SET expires_at = now()');
    await expect(signIns.finish(brought)).rejects.toMatchObject(unauthenticated);
  });

  it('is no code of another question, used or not', async () => {
    const [stolen, mine, later] = [
      await signIns.brought(somebody()),
      await signIns.brought(somebody()),
      await signIns.brought(somebody()),
    ];
    await expect(signIns.finish({ ...mine, code: stolen.code })).rejects.toMatchObject(unauthenticated);
    const used = await signIns.brought(somebody());
    await signIns.finish(used);
    await expect(signIns.finish({ ...later, code: used.code })).rejects.toMatchObject(unauthenticated);
  });

  it.each([undefined, 'https://evil.example'])('says who has issued it: not %s', async (iss) => {
    const brought = { ...(await signIns.brought(somebody())), iss };
    await expect(signIns.finish(brought)).rejects.toMatchObject(unauthenticated);
  });
});

describe('a token', () => {
  const now = (): number => Math.floor(Date.now() / 1_000);
  const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

  /** What comes of a sign-in whose token is another. */
  async function arriveWith(forge: NonNullable<TestIssuer['forge']>) {
    const subject = somebody();
    signIns.issuer.forge = forge;
    try {
      return await signIns.arrive(subject).catch((error: unknown) => ({ refused: error, email: addressOf(subject) }));
    } finally {
      signIns.issuer.forge = null;
    }
  }

  it('may bring the address itself', async () => {
    const email = addressOf(somebody());
    const grant = await arriveWith((claims) => signIns.issuer.sign({ ...claims, email, email_verified: 'true' }));
    expect(grant).toMatchObject({ user: { email } });
  });

  it.each<[string, NonNullable<TestIssuer['forge']>]>([
    ['to another question', (claims) => signIns.issuer.sign({ ...claims, nonce: 'x'.repeat(43) })],
    ['to no question', ({ nonce: _, ...claims }) => signIns.issuer.sign(claims)],
    ['of another issuer', (claims) => signIns.issuer.sign({ ...claims, iss: 'https://evil.example' })],
    ['for another client', (claims) => signIns.issuer.sign({ ...claims, aud: 'another' })],
    ['that is over', (claims) => signIns.issuer.sign({ ...claims, iat: now() - 7_200, exp: now() - 3_600 })],
    ['of nobody', ({ sub: _, ...claims }) => signIns.issuer.sign(claims)],
    ['without a signature', async (claims) => `${base64({ alg: 'none' })}.${base64(claims)}.`],
    [
      'signed with our own secret',
      (claims) =>
        signIns.issuer.sign(claims, {
          key: new TextEncoder().encode(signIns.issuer.environment.OIDC_CLIENT_SECRET),
          alg: 'HS256',
        }),
    ],
    [
      'signed by another',
      async (claims) => signIns.issuer.sign(claims, { key: (await generateKeyPair('ES256')).privateKey }),
    ],
    [
      'signed by a key that the issuer does not have',
      async (claims) =>
        signIns.issuer.sign(claims, { key: (await generateKeyPair('ES256')).privateKey, kid: 'another' }),
    ],
  ])('%s opens nothing', async (_, forge) => {
    const outcome = await arriveWith(forge);
    expect(outcome).toMatchObject({ refused: unauthenticated });
    expect(await signIns.accountsWith((outcome as { email: string }).email)).toEqual([]);
  });
});

describe('an issuer that is away', () => {
  const unavailable = { code: 'unavailable' };

  it('is said to be, before and after; once it is back, all goes on', async () => {
    const other = await startIssuer(redirectUri);
    const [early, late] = [
      await signIns.users.anotherInstance(other.environment),
      await signIns.users.anotherInstance(other.environment),
    ];
    /** How it is said before and after, for as long as whoever asks waits, not for as long as the issuer keeps silent. */
    const askInVain = async (): Promise<string[]> => {
      const brought = await signIns.brought(somebody(), early);
      other.silent = true;
      const until = { requestId: randomUUID(), deadline: Date.now() + 1_500 };
      const asked = await requestContext.run(until, () =>
        Promise.allSettled([late.beginOidc({}), signIns.finish(brought, early)]),
      );
      other.silent = false;
      for (const outcome of asked) expect(outcome).toMatchObject({ status: 'rejected', reason: unavailable });
      return asked.map((outcome) => (outcome as { reason: { detail: string } }).reason.detail);
    };
    // A machine that is busy with something else may keep the service itself from answering in time.
    const isSaid = (details: string[]): boolean => details.every((detail) => detail.includes('Where you'));
    let details = await askInVain();
    for (let tries = 1; tries < 3 && !isSaid(details); tries++) details = await askInVain();
    expect(details).toEqual([expect.stringContaining('Where you'), expect.stringContaining('Where you')]);
    await expect(late.beginOidc({})).resolves.toBeDefined();
    const there = await signIns.brought(somebody(), late);
    await other.close();
    await expect(signIns.finish(there, late)).rejects.toMatchObject(unavailable);
  });

  it('is not mixed up with one that calls itself otherwise', async () => {
    const { port } = new URL(signIns.issuer.environment.OIDC_ISSUER);
    const OIDC_ISSUER = `http://localhost:${port}`;
    const elsewhere = await signIns.users.anotherInstance({ ...signIns.issuer.environment, OIDC_ISSUER });
    const answer = await fetch(`${OIDC_ISSUER}/.well-known/openid-configuration`);
    expect(await answer.json()).toMatchObject({ issuer: signIns.issuer.environment.OIDC_ISSUER });
    await expect(elsewhere.beginOidc({})).rejects.toMatchObject(unavailable);
  });

  it('or does not know us is for whoever runs Parley to mend', async () => {
    const stranger = await signIns.users.anotherInstance({
      ...signIns.issuer.environment,
      OIDC_CLIENT_SECRET: 'not it',
    });
    const brought = await signIns.brought(somebody(), stranger);
    await expect(signIns.finish(brought, stranger)).rejects.toMatchObject(unavailable);
  });
});
