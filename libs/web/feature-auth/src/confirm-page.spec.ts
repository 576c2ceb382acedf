import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { render, screen, waitFor } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { ParleyError } from '@parley/contracts';
import { PARLEY_CLIENT, SessionStore } from '@parley/web-data-access';
import { aProfile, QuietClient } from '@parley/web-data-access/testing';
import { words } from '@parley/web-ui/testing';
import { ConfirmPage } from './confirm-page';
import { MailToken } from './mail-token';

const CONFIRM = 'POST /auth/email/confirm';
const token = 't'.repeat(43);

async function show(client: QuietClient, brought: string | null = token): Promise<MailToken> {
  const held = new MailToken();
  if (brought !== null) held.hold(brought);
  await render(ConfirmPage, {
    imports: [words],
    providers: [
      provideRouter([]),
      { provide: PARLEY_CLIENT, useValue: client },
      { provide: MailToken, useValue: held },
    ],
  });
  return held;
}

describe('ConfirmPage', () => {
  it('confirms, says so, and leads to signing in', async () => {
    const client = new QuietClient({ [CONFIRM]: {} });
    const held = await show(client);
    expect(await screen.findByRole('heading', { name: 'Your address is confirmed' })).toHaveFocus();
    expect(client.asked).toEqual([{ call: CONFIRM, body: { token } }]);
    expect(screen.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/login');
    expect(held.held()).toBeNull();
  });

  it('shows the address at once to whoever is signed in, and leads on', async () => {
    const moved = aProfile({ email: 'new@parley.example' });
    const client = await new QuietClient({ [CONFIRM]: {}, 'GET /users/me': moved }).signIn();
    await show(client);
    expect(await screen.findByRole('link', { name: 'To your conversations' })).toHaveAttribute('href', '/rooms');
    expect(TestBed.inject(SessionStore).user()?.email).toBe('new@parley.example');
  });

  it.each([
    ['validation_failed', 'This link is not good any more', 'status', 'If you have opened it before'],
    ['conflict', 'This address cannot be used', 'alert', 'It may have an account by now.'],
  ] as const)('says why not, and where to go: %s', async (code, title, role, sentence) => {
    const held = await show(new QuietClient({ [CONFIRM]: new ParleyError(code, 'No.') }));
    expect(await screen.findByRole('heading', { name: title })).toHaveFocus();
    expect(screen.getByRole(role)).toHaveTextContent(sentence);
    const next = screen.getByRole('link', { name: 'Sign in' });
    expect(next).toHaveAttribute('href', '/login?returnTo=%2Fsettings%2Faccount');
    expect(held.held()).toBeNull();
  });

  it('leads whoever is signed in to where another mail is to be had', async () => {
    const client = new QuietClient({ [CONFIRM]: new ParleyError('validation_failed', 'No.') });
    await show(await client.signIn());
    expect(await screen.findByRole('link', { name: 'To your account' })).toHaveAttribute('href', '/settings/account');
  });

  it('asks nothing of the server where no link brought anything', async () => {
    const client = new QuietClient({ [CONFIRM]: {} });
    await show(client, null);
    expect(screen.getByRole('status')).toHaveTextContent('Otherwise it is older than a day');
    expect(client.asked).toEqual([]);
  });

  it('tries again with the same token where the server did not answer', async () => {
    const client = new QuietClient({ [CONFIRM]: new TypeError('no network') });
    await show(client);
    expect(await screen.findByRole('alert')).toHaveTextContent('Parley does not answer just now.');
    client.answers[CONFIRM] = {};
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'Your address is confirmed' })).toBeVisible();
  });

  it('takes another link that is opened in the same page', async () => {
    const client = new QuietClient({ [CONFIRM]: new ParleyError('validation_failed', 'No.') });
    const held = await show(client);
    await screen.findByText(/Otherwise it is older than a day/);
    client.answers[CONFIRM] = {};
    held.hold('u'.repeat(43));
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible());
    expect(client.asked.at(-1)?.body).toEqual({ token: 'u'.repeat(43) });
  });
});
