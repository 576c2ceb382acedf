import { OidcGrantSchema, OidcRedirectSchema } from '@parley/contracts';
import { startTestGateway, type TestGateway } from '../gateway.fixture';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());

/** What a browser would send back of a `Set-Cookie`. */
const sent = (cookie = ''): string => cookie.split(';')[0] ?? '';
const cookiesOf = (answer: Response, name: string): string | undefined =>
  answer.headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`));

async function begun(headers: Record<string, string> = {}) {
  const answer = await gateway.api('POST', '/auth/oidc/begin', { headers });
  expect(answer.status).toBe(200);
  const { url } = OidcRedirectSchema.strict().parse(await answer.json());
  const state = new URL(url).searchParams.get('state') ?? '';
  return { cookie: cookiesOf(answer, 'parley_oidc') ?? '', state };
}
const finish = (state: string, headers: Record<string, string>) =>
  gateway.api('POST', '/auth/oidc/finish', { body: { state, code: 'Ana' }, headers });

it('tells whoever asks by whom one can sign in', async () => {
  const answer = await gateway.api('GET', '/auth/oidc');
  expect(await answer.json()).toEqual({ provider: { name: 'Issuer' } });
});

it('S44: keeps in a cookie of its own what the browser is known by, which no script and no other site has', async () => {
  const { cookie } = await begun();
  expect(cookie).toMatch(/^parley_oidc=[\w-]+; Max-Age=600; Path=\/api\/v1\/auth\/oidc; HttpOnly; SameSite=Strict$/);
  const secure = await startTestGateway({ PUBLIC_ORIGIN: 'https://chat.example.org' });
  const answer = await secure.api('POST', '/auth/oidc/begin');
  expect(cookiesOf(answer, 'parley_oidc')).toContain('; Secure;');
  await secure.close();
});

it('signs in, by the refresh cookie as any login, and takes the other one away', async () => {
  const { cookie, state } = await begun();
  const answer = await finish(state, { cookie: sent(cookie) });
  expect(answer.status).toBe(200);
  const grant = OidcGrantSchema.strict().parse(await answer.json());
  expect([grant.user.displayName, grant.refreshToken, grant.isNew]).toEqual(['Ana', undefined, true]);
  expect(cookiesOf(answer, 'parley_refresh')).toMatch(/; HttpOnly; SameSite=Strict$/);
  expect(cookiesOf(answer, 'parley_oidc')).toMatch(/^parley_oidc=; .*Expires=Thu, 01 Jan 1970/);
  expect((await finish(state, { cookie: sent(cookie) })).status).toBe(401);
});

it('S44: finishes nothing in a browser that has not begun it', async () => {
  const [mine, theirs] = [await begun(), await begun()];
  expect((await finish(mine.state, {})).status).toBe(401);
  expect((await finish(mine.state, { cookie: sent(theirs.cookie) })).status).toBe(401);
  expect((await finish(mine.state, { cookie: sent(mine.cookie) })).status).toBe(200);
});

it.each<Record<string, string>>([
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { 'sec-fetch-site': 'cross-site' },
])('S44: is begun and finished by no page of another site: %j', async (headers) => {
  const { cookie, state } = await begun();
  expect((await gateway.api('POST', '/auth/oidc/begin', { headers })).status).toBe(403);
  expect((await finish(state, { ...headers, cookie: sent(cookie) })).status).toBe(403);
});

it('connects an account for whoever is signed in, and for nobody else', async () => {
  const as = await gateway.world.token(gateway.world.person('Bob'));
  const answer = await gateway.api('POST', '/auth/oidc/link/begin', { as, body: { password: 'correct horse' } });
  const { url } = OidcRedirectSchema.parse(await answer.json());
  const body = { state: new URL(url).searchParams.get('state'), code: 'Bob' };
  const headers = { cookie: sent(cookiesOf(answer, 'parley_oidc')) };
  expect((await gateway.api('POST', '/auth/oidc/link/finish', { body, headers })).status).toBe(401);
  expect((await gateway.api('POST', '/auth/oidc/link/finish', { as, body, headers })).status).toBe(204);
});
