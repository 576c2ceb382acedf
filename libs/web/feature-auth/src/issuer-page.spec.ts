import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { screen, waitFor } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { ParleyError } from '@parley/contracts';
import { PARLEY_CLIENT } from '@parley/web-data-access';
import { aProfile, QuietClient } from '@parley/web-data-access/testing';
import { Toaster } from '@parley/web-ui';
import { words } from '@parley/web-ui/testing';
import { takesAnswer } from './issuer-answer';
import { IssuerPage } from './issuer-page';

@Component({ template: '' })
class Anywhere {}

const FINISH = 'POST /auth/oidc/finish';
const LINK = 'POST /auth/oidc/link/finish';
const grant = { user: aProfile(), accessToken: 'token', expiresIn: 600, isNew: false };
const [code, state, iss] = ['a code', 's'.repeat(43), 'https://issuer.example'];
const brought = `?${new URLSearchParams({ code, state, iss }).toString()}`;

beforeEach(() => localStorage.clear());
afterEach(() => TestBed.resetTestingModule());

/** Comes back from the issuer, for what this browser was sent there for. */
async function comeBack(client: QuietClient, query: string, errand?: object): Promise<Router> {
  if (errand) localStorage.setItem('parley.oidc', JSON.stringify(errand));
  TestBed.configureTestingModule({
    imports: [words],
    providers: [
      provideRouter([
        { path: 'login/oidc', component: IssuerPage, canActivate: [takesAnswer] },
        { path: '**', component: Anywhere },
      ]),
      { provide: PARLEY_CLIENT, useValue: client },
    ],
  });
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(`/login/oidc${query}`);
  return TestBed.inject(Router);
}

it('signs in by what the address brought, which is in it no more, and goes where one wanted to go', async () => {
  const client = new QuietClient({ [FINISH]: grant });
  const router = await comeBack(client, brought, { link: false, returnTo: '/rooms/1' });
  await waitFor(() => expect(router.url).toBe('/rooms/1'));
  expect(client.asked[0]).toEqual({ call: FINISH, body: { code, state, iss } });
  expect(localStorage.getItem('parley.oidc')).toBeNull();
});

it.each([
  ['/rooms', '/welcome'],
  ['/people/1', '/welcome?returnTo=%2Fpeople%2F1'],
])('welcomes whoever has an account only now, and leads on from there: %s', async (returnTo, address) => {
  const client = new QuietClient({ [FINISH]: { ...grant, isNew: true } });
  const router = await comeBack(client, brought, { link: false, returnTo });
  await waitFor(() => expect(router.url).toBe(address));
});

it.each([undefined, { link: false, returnTo: '//evil.example' }, 'nothing of ours'])(
  'leads nowhere else: %j',
  async (errand) => {
    const router = await comeBack(new QuietClient({ [FINISH]: grant }), brought, errand as object | undefined);
    await waitFor(() => expect(router.url).toBe('/rooms'));
  },
);

it.each([
  [new ParleyError('unauthenticated', 'No.'), /took too long/],
  [new ParleyError('conflict', 'No.'), /Sign in to it with your password/],
  [new ParleyError('validation_failed', 'No.', { errors: [{ path: 'email', message: 'no' }] }), /not confirmed there/],
  [new ParleyError('forbidden', 'No.'), /suspended/],
  [new ParleyError('unavailable', 'No.'), /does not answer just now/],
])('says why it came to nothing, and where to go: %s', async (answer, sentence) => {
  const router = await comeBack(new QuietClient({ [FINISH]: answer }), brought);
  expect(await screen.findByRole('alert')).toHaveTextContent(sentence);
  expect(screen.getByRole('heading', { name: 'That did not work' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'To signing in' })).toHaveAttribute('href', '/login');
  expect(router.url).toBe('/login/oidc');
});

it.each([
  ['?error=server_error', /took too long/],
  ['?code=1&state=short', /took too long/],
  ['?code=1&code=2&state=1', /took too long/],
])('asks nothing of the server where there is no answer: %s', async (query, sentence) => {
  const client = new QuietClient({ [FINISH]: grant });
  await comeBack(client, query);
  expect(await screen.findByRole('alert')).toHaveTextContent(sentence);
  expect(client.asked).toEqual([]);
});

it.each([
  ['signing in', new QuietClient(), false, 'You are not signed in', 'To signing in'],
  ['connecting', new QuietClient(), true, 'Nothing was connected', 'To your account'],
] as const)('takes what one stopped oneself for no error: %s', async (_what, client, link, title, onward) => {
  await comeBack(link ? await client.signIn() : client, '?error=access_denied&state=1', { link, returnTo: '/rooms' });
  expect(await screen.findByRole('heading', { name: title })).toBeVisible();
  expect(screen.getByRole('status')).toHaveTextContent(/You stopped it there/);
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByRole('link', { name: onward })).toBeVisible();
  expect(client.asked.map(({ call }) => call)).not.toContain(link ? LINK : FINISH);
});

it('leads whoever comes without anything to signing in', async () => {
  const router = await comeBack(new QuietClient(), '');
  await waitFor(() => expect(router.url).toBe('/login'));
});

it('asks for the code where the account wants one', async () => {
  const challenge = 'c'.repeat(43);
  const needed = new ParleyError('unauthenticated', 'A code.', { secondFactor: { challenge, expiresIn: 300 } });
  const client = new QuietClient({ [FINISH]: needed, 'POST /auth/login/second-factor': 401 });
  const router = await comeBack(client, brought, { link: false, returnTo: '/people' });
  await userEvent.type(await screen.findByLabelText('Code'), '123456{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent(/took too long/);
  expect(router.url).toBe('/login/oidc');
});

describe('connecting', () => {
  const errand = { link: true, returnTo: '/settings/account' };

  it('goes back to the account, and says that it is done', async () => {
    const client = await new QuietClient({ [LINK]: () => null }).signIn();
    const router = await comeBack(client, brought, errand);
    await waitFor(() => expect(router.url).toBe('/settings/account'));
    expect(client.asked.at(-1)).toEqual({ call: LINK, body: { code, state, iss } });
    expect(TestBed.inject(Toaster).toasts()).toHaveLength(1);
  });

  it('says that the one or the other is connected already', async () => {
    const client = await new QuietClient({ [LINK]: new ParleyError('conflict', 'No.') }).signIn();
    await comeBack(client, brought, errand);
    expect(await screen.findByRole('alert')).toHaveTextContent(/belongs to another account here/);
    expect(screen.getByRole('link', { name: 'To your account' })).toHaveAttribute('href', '/settings/account');
  });
});
