import { accessToken, type ErrorCode } from '@parley/contracts';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey } from 'jose';
import { AccessTokens } from './access-tokens';
import { SigningKeys } from './signing-keys';

const origin = 'https://chat.example.org';
const [userId, sessionId] = ['0190f5fe-7c00-7a00-8abc-000000000001', '0190f5fe-7c00-7a00-8abc-000000000002'];

let privateKey: CryptoKey;
let publicKey: Record<string, unknown>;
let fetches = 0;
let now = 0;
let tokens: AccessTokens;
beforeEach(async () => {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  privateKey = pair.privateKey;
  publicKey = { ...(await exportJWK(pair.publicKey)), kid: 'a' };
  fetches = 0;
  const keys = new SigningKeys(
    async () => {
      fetches++;
      return { keys: [publicKey] };
    },
    () => now,
  );
  tokens = new AccessTokens(keys, origin);
});

const seconds = (fromNow: number): number => Math.floor(Date.now() / 1_000) + fromNow;
const sound = () => ({ sub: userId, sid: sessionId, iss: origin, aud: origin, iat: seconds(0), exp: seconds(600) });
const sign = (
  claims: Record<string, unknown>,
  header: Record<string, string> = {},
  key: CryptoKey | Uint8Array = privateKey,
) => new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', typ: accessToken.type, kid: 'a', ...header }).sign(key);
const refusal = async (token: string): Promise<ErrorCode | undefined> =>
  tokens.verify(token).then(
    () => undefined,
    (error: { code: ErrorCode }) => error.code,
  );

it('tells who it is, in which session, and until when', async () => {
  const claims = sound();
  expect(await tokens.verify(await sign(claims))).toEqual({
    ...{ userId, sessionId, expiresAt: claims.exp * 1_000 },
    scopes: null,
  });
});

it.each<[string, () => Promise<string>]>([
  ['garbage', async () => 'a.b.c'],
  ['nothing', async () => ''],
  ['alg: none', async () => new UnsecuredJWT(sound()).encode()],
  [
    'HS256 with the public key for a secret',
    async () => sign(sound(), { alg: 'HS256' }, Buffer.from(String(publicKey['x']), 'base64url')),
  ],
  ['another signer', async () => sign(sound(), {}, (await generateKeyPair('EdDSA', { crv: 'Ed25519' })).privateKey)],
  ['a foreign kid', async () => sign(sound(), { kid: 'b' })],
  ['another type, such as a refresh token', async () => sign(sound(), { typ: 'JWT' })],
  ['another issuer', async () => sign({ ...sound(), iss: 'https://evil.example' })],
  ['another audience', async () => sign({ ...sound(), aud: 'https://evil.example' })],
  ['more than a minute after its end', async () => sign({ ...sound(), iat: seconds(-600), exp: seconds(-61) })],
  ['a life of a day', async () => sign({ ...sound(), exp: seconds(86_400) })],
  ['no session', async () => sign({ ...sound(), sid: undefined })],
  ['a session that is no id', async () => sign({ ...sound(), sid: 'all' })],
  ['no end', async () => sign({ ...sound(), exp: undefined })],
])('S2, S3: refuses %s', async (_, token) => {
  expect(await refusal(await token())).toBe('unauthenticated');
});

it('allows for clocks that differ by less than a minute', async () => {
  expect(await refusal(await sign({ ...sound(), iat: seconds(-300), exp: seconds(-50) }))).toBeUndefined();
});

describe('the keys', () => {
  it('are fetched once for all who wait', async () => {
    const token = await sign(sound());
    await Promise.all([tokens.verify(token), tokens.verify(token), tokens.verify(token)]);
    expect(fetches).toBe(1);
  });

  it('are fetched anew for one that is not known, but not for every forged token', async () => {
    await tokens.verify(await sign(sound()));
    for (let i = 0; i < 50; i++) await refusal(await sign(sound(), { kid: `forged${i}` }));
    expect(fetches).toBe(1);
    now += 3_000;
    publicKey = { ...publicKey, kid: 'rotated' };
    expect(await refusal(await sign(sound(), { kid: 'rotated' }))).toBeUndefined();
    expect(fetches).toBe(2);
  });

  it('of another kind are not used', async () => {
    publicKey = { kty: 'oct', k: 'c2VjcmV0', kid: 'a' };
    expect(await refusal(await sign(sound(), { alg: 'HS256' }, Buffer.from('secret')))).toBe('unauthenticated');
  });

  it('S46: that cannot be had let nobody in', async () => {
    const keys = new SigningKeys(() => Promise.reject(new Error('down')));
    await expect(new AccessTokens(keys, origin).verify(await sign(sound()))).rejects.toThrow('down');
  });
});
