import { randomUUID } from 'node:crypto';
import type { Account, Grant, OidcProvider, OidcRedirect } from '@parley/contracts';
import { aPerson, Api, PASSWORD, problemOf, signInThere, type ApiAnswer } from '@parley/testing';
import { logs, mailFor, system } from '../support/system';

const places = system();
const stranger = new Api(places.origin);
const cookieOf = ({ headers }: ApiAnswer<unknown>, name: string): string =>
  headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith(`${name}=`))
    ?.split(';')[0] ?? '';

it('S44, S46: whoever the issuer has signed in is signed in, in the browser that began it, and no log tells by what', async () => {
  expect((await stranger.get<OidcProvider>('/auth/oidc')).body).toEqual({ provider: { name: 'Example' } });
  const begun = await stranger.post<OidcRedirect>('/auth/oidc/begin');
  const browser = cookieOf(begun, 'parley_oidc');
  const subject = `s-${randomUUID()}`;
  const { code, state, iss } = await signInThere(begun.body.url, subject);
  const body = { code, state, iss };
  expect(problemOf(await stranger.post('/auth/oidc/finish', body)).code).toBe('unauthenticated');
  const done = await stranger.post<Grant>('/auth/oidc/finish', body, { headers: { cookie: browser } });
  expect([done.status, done.body.refreshToken]).toEqual([200, undefined]);
  const refresh = cookieOf(done, 'parley_refresh');
  const again = await stranger.post<Grant>('/auth/refresh', undefined, { headers: { cookie: refresh } });
  expect(again.body.user.id).toBe(done.body.user.id);
  const { body: account } = await new Api(places.origin, again.body.accessToken).get<Account>('/auth/account');
  expect(account).toMatchObject({ email: `${subject}@issuer.example`, hasPassword: false, emailVerified: false });
  await mailFor(account.email, /confirm your address/i);
  const written = Object.values(await logs()).join('\n');
  for (const secret of [code, state, browser.split('=')[1] ?? '', refresh.split('=')[1] ?? '']) {
    expect(secret.length).toBeGreaterThan(20);
    expect(written).not.toContain(secret);
  }
});

it('an account is connected with the issuer’s, opens by it, and is disconnected', async () => {
  const ana = await aPerson(places);
  const subject = `s-${randomUUID()}`;
  const begun = await ana.api.post<OidcRedirect>('/auth/oidc/link/begin', { password: PASSWORD });
  const { code, state, iss } = await signInThere(begun.body.url, subject);
  const headers = { cookie: cookieOf(begun, 'parley_oidc') };
  expect((await ana.api.post('/auth/oidc/link/finish', { code, state, iss }, { headers })).status).toBe(204);
  await mailFor(ana.email, /another way to sign in/i);

  const next = await stranger.post<OidcRedirect>('/auth/oidc/begin');
  const { address: _, ...brought } = await signInThere(next.body.url, subject);
  const done = await stranger.post<Grant>('/auth/oidc/finish', brought, {
    headers: { cookie: cookieOf(next, 'parley_oidc') },
  });
  expect(done.body.user.id).toBe(ana.id);
  expect((await ana.api.post('/auth/oidc/unlink', { password: PASSWORD })).status).toBe(204);
  expect((await ana.api.get<Account>('/auth/account')).body.identity).toBeNull();
});
