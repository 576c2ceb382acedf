import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import type { Provider } from 'oidc-provider';
import { IssuerStore } from './issuer-store';
import { SIGN_IN_PAGE, whoSignsIn } from './who-signs-in';

const ALG = 'ES256';
export const ISSUER_KEY_ID = 'the-issuers-key';

/** What the issuer says of somebody besides their subject. */
export type Claims = Readonly<Record<string, unknown>>;

/** How a token is signed: by the issuer's own key unless another is given. */
export interface Signing {
  readonly key?: CryptoKey | Uint8Array;
  readonly alg?: string;
  readonly kid?: string;
}

/** A real OpenID Connect issuer, `oidc-provider`, on a port of this machine. */
export interface TestIssuer {
  /** What tells the users service of it. */
  readonly environment: Readonly<Record<'OIDC_ISSUER' | 'OIDC_CLIENT_ID' | 'OIDC_CLIENT_SECRET' | 'OIDC_NAME', string>>;
  /** What it says of whom; of everybody else a name, and an address that it has verified. */
  readonly people: Map<string, Claims>;
  /** Makes another token of the one that it is about to hand out. */
  forge: ((claims: JWTPayload) => Promise<string>) | null;
  /** Whether it takes connections and never answers. */
  silent: boolean;
  sign(claims: JWTPayload, signing?: Signing): Promise<string>;
  /** Lets browsers go back there. */
  trust(redirectUri: string): Promise<void>;
  close(): Promise<void>;
}

/** @param redirectUri where browsers go back to; it may be told later by `trust` */
export async function startIssuer(redirectUri?: string): Promise<TestIssuer> {
  const { privateKey } = await generateKeyPair(ALG, { extractable: true });
  let provider: Provider | undefined;
  const server = createServer((request, response) => {
    if (issuer.silent) return;
    answer(provider, request, response).catch((error: unknown) => {
      // Such as somebody who comes back to an attempt that is over.
      if (!response.headersSent) response.writeHead(400);
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [clientId, clientSecret] = ['parley', 'a secret between Parley & the issuer: 100 %'];

  const issuer: TestIssuer = {
    environment: {
      ...{ OIDC_ISSUER: url, OIDC_CLIENT_ID: clientId },
      ...{ OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: 'Example' },
    },
    people: new Map(),
    forge: null,
    silent: false,
    sign: (claims, { key = privateKey, alg = ALG, kid = ISSUER_KEY_ID } = {}) =>
      new SignJWT(claims).setProtectedHeader({ alg, kid }).sign(key),
    trust: async (uri) => {
      const jwk = { ...(await exportJWK(privateKey)), alg: ALG, use: 'sig', kid: ISSUER_KEY_ID };
      provider = await makeProvider(url, { clientId, clientSecret, jwk, uri }, issuer);
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
  if (redirectUri !== undefined) await issuer.trust(redirectUri);
  return issuer;
}

/** Whoever comes to sign in is signed in as whom they say; all else is the provider's. */
async function answer(
  provider: Provider | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (provider === undefined) return void response.writeHead(503).end();
  if (!request.url?.startsWith('/interaction/')) return void (await provider.callback()(request, response));
  const result = await whoSignsIn(request);
  if (result !== null)
    return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(SIGN_IN_PAGE);
}

interface Registered {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly jwk: object;
  readonly uri: string;
}

async function makeProvider(
  url: string,
  { clientId, clientSecret, jwk, uri }: Registered,
  issuer: TestIssuer,
): Promise<Provider> {
  // Here, and not for each of the many who need no issuer.
  const { Provider } = await import('oidc-provider');
  const provider = new Provider(url, {
    clients: [
      {
        ...{ client_id: clientId, client_secret: clientSecret, redirect_uris: [uri] },
        ...{ response_types: ['code'], grant_types: ['authorization_code'], id_token_signed_response_alg: ALG },
      },
    ],
    adapter: IssuerStore,
    cookies: { keys: ['of the tests alone'] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    jwks: { keys: [jwk] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: async () => ({
        sub,
        ...(issuer.people.get(sub) ?? { name: sub, email: `${sub}@issuer.example`, email_verified: true }),
      }),
    }),
    // Nobody is asked whether Parley may know of them.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session?.accountId ?? '' });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  provider.use(async (context, next) => {
    await next();
    const body = context.body as { id_token?: string } | undefined;
    if (issuer.forge === null || context.path !== '/token' || body?.id_token === undefined) return;
    const claims = JSON.parse(Buffer.from(body.id_token.split('.')[1] ?? '', 'base64url').toString()) as JWTPayload;
    context.body = { ...body, id_token: await issuer.forge(claims) };
  });
  return provider;
}
