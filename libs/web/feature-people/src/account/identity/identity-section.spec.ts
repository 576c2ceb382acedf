import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { render, screen, waitFor, within } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { type Account, ParleyError } from '@parley/contracts';
import { LEAVE_FOR, PARLEY_CLIENT } from '@parley/web-data-access';
import { QuietClient } from '@parley/web-data-access/testing';
import { Toaster } from '@parley/web-ui';
import { words } from '@parley/web-ui/testing';
import { AccountPage } from '../account-page';

jest.setTimeout(60_000);

const account: Account = {
  ...{ email: 'ana@parley.example', emailVerified: true, createdAt: '2026-11-01T00:00:00.000Z', moderator: false },
  ...{ secondFactor: null, hasPassword: true, identity: null },
};
const connected = { ...account, identity: { name: 'Example', linkedAt: '2026-11-02T00:00:00.000Z' } };
const wrong = new ParleyError('validation_failed', 'No.', { errors: [{ path: 'password', message: 'is wrong' }] });
const left: string[] = [];

beforeEach(() => {
  left.length = 0;
});

async function show(answers: Record<string, unknown>): Promise<QuietClient> {
  const client = await new QuietClient({
    ...{ 'GET /auth/account': account, 'GET /auth/oidc': { provider: { name: 'Example' } } },
    ...answers,
  }).signIn();
  await render(AccountPage, {
    imports: [words],
    providers: [
      provideRouter([]),
      { provide: PARLEY_CLIENT, useValue: client },
      { provide: LEAVE_FOR, useValue: (url: string) => left.push(url) },
    ],
  });
  await screen.findByText('ana@parley.example');
  return client;
}
async function open(button: string) {
  const found = await screen.findByText(button);
  await waitFor(() => expect(found).toBeEnabled());
  await userEvent.click(found);
  const dialog = document.querySelector<HTMLElement>('dialog');
  if (!dialog) throw new Error('No dialog has opened.');
  return within(dialog);
}

it('is not spoken of where there is no issuer', async () => {
  const client = await show({ 'GET /auth/oidc': { provider: null } });
  await waitFor(() => expect(client.asked.map(({ call }) => call)).toContain('GET /auth/oidc'));
  expect(screen.queryByText('Connect…')).toBeNull();
});

it('an account is connected by the password, at the issuer', async () => {
  const url = 'https://issuer.example/auth';
  const client = await show({ 'POST /auth/oidc/link/begin': wrong });
  const dialog = await open('Connect…');
  const password = dialog.getByLabelText('Your password');
  await userEvent.type(password, 'not it{Enter}');
  await waitFor(() => expect(password).toHaveAccessibleDescription(/This is not your password/));
  client.answers['POST /auth/oidc/link/begin'] = { url, expiresIn: 600 };
  await userEvent.type(password, '!{Enter}');
  await waitFor(() => expect(left).toEqual([url]));
  expect(JSON.parse(localStorage.getItem('parley.oidc') ?? '')).toEqual({ link: true, returnTo: '/settings/account' });
});

it('and disconnected by it', async () => {
  const client = await show({ 'GET /auth/account': connected });
  client.answers['POST /auth/oidc/unlink'] = () => {
    client.answers['GET /auth/account'] = account;
    return null;
  };
  const dialog = await open('Disconnect…');
  await userEvent.type(dialog.getByLabelText('Your password'), 'teach me something{Enter}');
  expect(await screen.findByText('Connect…')).toBeVisible();
  expect(client.asked).toContainEqual({ call: 'POST /auth/oidc/unlink', body: { password: 'teach me something' } });
  expect(TestBed.inject(Toaster).toasts()).toHaveLength(1);
});

it('whoever has no password is told how to set one', async () => {
  await show({ 'GET /auth/account': { ...connected, hasPassword: false } });
  expect(await screen.findByRole('link', { name: 'Set a password' })).toHaveAttribute('href', '/forgot-password');
  expect(await screen.findByText(/To disconnect, set a password first/)).toBeVisible();
  expect(screen.queryByText('Disconnect…')).toBeNull();
  expect(screen.queryByLabelText('Current password')).toBeNull();
});

it('and is offered nothing that asks for one, but told why', async () => {
  await show({ 'GET /auth/account': { ...connected, hasPassword: false } });
  for (const reason of [/To change the address,/, /To turn it on,/, /To close the account,/]) {
    expect(await screen.findByText(reason)).toHaveTextContent(/set a password first/);
  }
  expect(screen.queryByLabelText('Your password')).toBeNull();
  for (const offer of ['Ask me for a code too…', 'Close it for now…', 'Delete it…']) {
    expect(screen.queryByText(offer)).toBeNull();
  }
});
