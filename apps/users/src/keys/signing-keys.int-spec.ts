import { accessToken, AccessTokenClaimsSchema } from '@parley/contracts';
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify, type JWTVerifyResult } from 'jose';
import {
  goodPassword,
  origin,
  startTestUsers,
  testSettings,
  type TestUsers,
  type UsersClient,
} from '../fixture/users.fixture';
import { sealingKey, unseal } from '../sealing/seal';
import { SigningKeys } from './signing-keys';

let users: TestUsers;
beforeAll(async () => {
  users = await startTestUsers();
});
afterAll(() => users.close());

const keysWith = (secret: string): SigningKeys => new SigningKeys(users.db, testSettings({ secret }));

const publishedIds = async (): Promise<unknown[]> => (await users.client.jwks({})).keys.map(({ kid }) => kid);

/** As an edge does. */
async function verify(token: string, client: UsersClient = users.client): Promise<JWTVerifyResult> {
  const { keys } = await client.jwks({});
  return jwtVerify(token, createLocalJWKSet({ keys: keys.map((key) => ({ kty: 'OKP', ...key })) }), {
    ...{ algorithms: [accessToken.algorithm], typ: accessToken.type, issuer: origin, audience: origin },
  });
}

/** Lets so many days pass for every key. */
const age = (days: number): Promise<unknown> =>
  users.db.query('UPDATE signing_keys SET active_from = active_from - make_interval(days => $1)', [days]);

describe('access tokens', () => {
  it('are verified by the published keys and say what the contract says', async () => {
    const { grant } = await users.person();
    const { payload, protectedHeader } = await verify(grant.accessToken);
    expect(protectedHeader).toMatchObject({ alg: 'EdDSA', typ: 'at+jwt' });
    const claims = AccessTokenClaimsSchema.parse(payload);
    expect(claims).toMatchObject({ sub: grant.user.id, sid: grant.sessionId });
    expect(claims.exp - claims.iat).toBe(grant.expiresIn);
    expect(payload.jti).toBeDefined();
  });

  it('of one instance are verified by another', async () => {
    const other = await users.anotherInstance();
    const { grant, email } = await users.person();
    await expect(verify(grant.accessToken, other)).resolves.toBeDefined();
    const there = await other.login({ email, password: goodPassword, client: { userAgent: '' } });
    await expect(verify(there.accessToken)).resolves.toBeDefined();
  });

  it('are published without anything private', async () => {
    const { keys } = await users.client.jwks({});
    for (const key of keys) {
      expect(Object.keys(key).toSorted()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
      expect(key).toMatchObject({ kty: 'OKP', crv: 'Ed25519', use: 'sig', alg: 'EdDSA' });
    }
  });
});

describe('SigningKeys', () => {
  beforeEach(() => users.db.query('DELETE FROM signing_keys'));

  it('makes one key, however many instances start at once', async () => {
    const instances = Array.from({ length: 5 }, () => keysWith('one secret'));
    await Promise.all(instances.map((keys) => keys.onModuleInit()));
    const ids = new Set(instances.map((keys) => keys.signing().id));
    expect([...ids]).toEqual(await publishedIds());
    expect(ids.size).toBe(1);
  });

  it('keeps its private keys sealed', async () => {
    await keysWith('one secret').onModuleInit();
    const [row] = await users.db.query<{ sealed: Buffer; open: string }[]>(
      'SELECT sealed_private_jwk AS sealed, public_jwk::text AS open FROM signing_keys',
    );
    if (!row) throw new Error('no key was kept');
    const opened = unseal(row.sealed, sealingKey('one secret', 'parley users signing keys'));
    const { d } = JSON.parse(opened) as { d: string };
    expect(d).toMatch(/^[\w-]{43}$/);
    for (const written of [d, Buffer.from(d, 'base64url')]) expect(row.sealed.includes(written)).toBe(false);
    expect(row.open).not.toContain(d);
    expect(row.open).not.toContain('"d"');
  });

  it('publishes the next key before it signs, and the last one until its tokens are dead', async () => {
    const keys = keysWith('one secret');
    await keys.onModuleInit();
    const first = keys.signing().id;

    await age(30);
    await Promise.all([keys.maintain(), keysWith('one secret').onModuleInit()]);
    const published = await publishedIds();
    expect(published).toHaveLength(2);
    expect(keys.signing().id).toBe(first);

    await users.db.query(`UPDATE signing_keys SET active_from = active_from - interval '11 minutes'`);
    await keys.maintain();
    expect(keys.signing().id).toBe(published[1]);
    await expect(publishedIds()).resolves.toEqual(published);

    await users.db.query(`UPDATE signing_keys SET active_from = active_from - interval '80 minutes'`);
    await keys.maintain();
    await expect(publishedIds()).resolves.toEqual([published[1]]);
  });

  it('goes on with a key of its own after the secret has changed', async () => {
    const before = keysWith('one secret');
    await before.onModuleInit();
    const after = keysWith('another secret');
    await after.onModuleInit();
    expect(after.signing().id).not.toBe(before.signing().id);
    // Instances of both kinds live on side by side while the change is rolled out.
    await Promise.all([before.maintain(), after.maintain()]);
    await expect(publishedIds()).resolves.toEqual([before.signing().id, after.signing().id]);
  });

  it('names the key in the token', async () => {
    const { grant } = await users.person();
    expect(decodeProtectedHeader(grant.accessToken).kid).toEqual(expect.any(String));
  });
});
