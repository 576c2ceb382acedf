import type { Plant } from '../plant';

const identity = 'libs/server/edge/src/identity';
const tokens = {
  file: `${identity}/access-tokens.ts`,
  spec: `${identity}/access-tokens.spec.ts`,
  test: 'S2, S3: refuses %s',
};
const auth = { spec: 'apps/api-gateway/src/auth/auth.int-spec.ts' };
const errors = { spec: 'apps/api-gateway/src/errors.int-spec.ts' };

/** Guards of the REST edge, and of what both edges and the services share. */
export const edgePlants: readonly Plant[] = [
  { guard: 'a token is for this Parley', edits: [['audience: this.origin,', '']], ...tokens },
  { guard: 'a token is of this Parley', edits: [['issuer: this.origin,', '']], ...tokens },
  { guard: 'a token is an access token', edits: [['typ: accessToken.type,', '']], ...tokens },
  {
    guard: 'a token is signed by our kind of key',
    edits: [
      [
        'await jwtVerify(token, this.keys.resolve, {\n        algorithms: [accessToken.algorithm],',
        'await (token.split(".")[2] === "" ? Promise.resolve({ payload: JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as unknown }) : jwtVerify(token, this.keys.resolve, {',
      ],
      [
        'clockTolerance: accessToken.clockSkewSeconds,\n      });',
        'clockTolerance: accessToken.clockSkewSeconds,\n      }));',
      ],
    ],
    ...tokens,
  },
  {
    guard: 'an access token lives ten minutes at most',
    edits: [
      [
        `if (exp - iat > accessToken.maxLifetimeSeconds) throw refused('lives longer than an access token may');`,
        'void iat;',
      ],
    ],
    ...tokens,
  },
  {
    guard: 'a key may do what its scopes name',
    file: `${identity}/identity.ts`,
    edits: [
      ['if (!identity.scopes.has(access)) throw new ParleyError', 'if (access.length === 0) throw new ParleyError'],
    ],
    spec: `${identity}/identity.spec.ts`,
    test: 'a key may do what its scopes name, and nothing that names none',
  },
  {
    guard: 'a key opens the routes of its scopes alone',
    file: 'apps/api-gateway/src/http/access.guard.ts',
    edits: [['assertAllowed(route.access, identity);', 'void assertAllowed;']],
    spec: 'apps/api-gateway/src/api-keys/api-keys.int-spec.ts',
    test: '$name is open to the scope that it names, and to no other',
  },
  {
    guard: 'nobody is let in where ended sessions cannot be told',
    file: `${identity}/revocation-watch.ts`,
    edits: [['if (this.isStale) throw new ParleyError', 'if (this.ranAt === 0) throw new ParleyError']],
    spec: `${identity}/revocation-watch.spec.ts`,
    test: 'S46: lets nobody in when it could not look for ten seconds, and everybody as soon as it can',
  },
  {
    guard: 'an address is what trusted proxies say alone',
    file: 'libs/server/edge/src/network/client-address.ts',
    edits: [['hop !== undefined && this.trusts(address);', 'hop !== undefined && this.trusts(address) !== null;']],
    spec: 'libs/server/edge/src/network/client-address.spec.ts',
    test: 'S11: the address of a client is that of %s',
  },
  {
    guard: 'so many logins of an address and no more',
    file: 'apps/api-gateway/src/http/route-limits.ts',
    edits: [[`this.limits.set(rest.auth.login, { name: 'login', max: loginsPerMinute, windowMs: MINUTE_MS });`, '']],
    ...auth,
    test: 'S11, S41: are told, hold, and are not got round by a forged header',
  },
  {
    guard: 'the cookie counts on our own pages alone',
    file: 'apps/api-gateway/src/auth/same-origin.ts',
    edits: [['if (foreign) throw', `if (foreign && origin === '') throw`]],
    ...auth,
    test: 'S44: are refused: %j',
  },
  {
    guard: 'scripts cannot read the cookie',
    file: 'apps/api-gateway/src/auth/browser-cookie.ts',
    edits: [['httpOnly: true,', 'httpOnly: false,']],
    ...auth,
    test: 'S44: a browser gets it in a cookie that scripts cannot read, and never in the body',
  },
  {
    guard: 'nobody stores answers',
    file: 'apps/api-gateway/src/http/fastify.ts',
    edits: [[`'cache-control': 'no-store',`, '']],
    ...errors,
    test: 'S20, S26: %s is answered by a problem that nobody stores',
  },
  {
    guard: 'no field that the server does not know',
    file: 'libs/contracts/src/model/auth.ts',
    edits: [['export const RegisterInputSchema = z.strictObject({', 'export const RegisterInputSchema = z.object({']],
    spec: 'libs/contracts/src/model/auth.spec.ts',
    test: 'S16: refuses fields that are not the one’s to set who signs up or in: %j',
  },
  {
    guard: 'calls between services are signed',
    file: 'libs/server/rpc/src/wire/signer.ts',
    edits: [
      [
        'return isSame(signature, this.#signature(callText(pattern, meta), body));',
        'return signature !== callText(pattern, meta) + body;',
      ],
    ],
    spec: 'libs/server/rpc/src/hostile.int-spec.ts',
    test: 'S45: is refused when it was signed with another secret',
  },
  {
    guard: 'no call counts twice',
    file: 'libs/server/rpc/src/server/peer.ts',
    edits: [['challenge !== this.challenge || count <= this.#lastCount', 'challenge !== this.challenge']],
    spec: 'libs/server/rpc/src/hostile.int-spec.ts',
    test: 'S45: is refused when it comes a second time',
  },
  {
    guard: 'a call counts on its own connection alone',
    file: 'libs/server/rpc/src/server/peer.ts',
    edits: [
      ['challenge !== this.challenge || count <= this.#lastCount', 'challenge === "" || count <= this.#lastCount'],
    ],
    spec: 'libs/server/rpc/src/hostile.int-spec.ts',
    test: 'S45: is refused on any later connection, so that it expires with its own',
  },
  {
    guard: 'no secret in a log',
    file: 'libs/server/runtime/src/logging/redact.ts',
    edits: [['SECRET_KEYS.has(key.toLowerCase()) ? REDACTED', 'SECRET_KEYS.has("") ? REDACTED']],
    spec: 'libs/server/runtime/src/logging/create-logger.spec.ts',
    test: 'S46: hides %s wherever it is',
  },
];
