import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { render, screen, waitFor } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { ParleyError } from '@parley/contracts';
import { PARLEY_CLIENT, SessionStore } from '@parley/web-data-access';
import { QuietClient } from '@parley/web-data-access/testing';
import { words } from '@parley/web-ui/testing';
import { MailToken } from './mail-token';
import { ResetPage } from './reset-page';

const token = 't'.repeat(43);
const refused = (path: string): ParleyError =>
  new ParleyError('validation_failed', `${path}: no`, { errors: [{ path, message: 'no' }] });

async function show(client: QuietClient): Promise<MailToken> {
  const held = new MailToken();
  held.hold(token);
  await render(ResetPage, {
    imports: [words],
    providers: [
      provideRouter([]),
      { provide: PARLEY_CLIENT, useValue: client },
      { provide: MailToken, useValue: held },
    ],
  });
  return held;
}

async function choose(password: string): Promise<void> {
  await userEvent.type(screen.getByLabelText('New password'), `${password}{Enter}`);
}

describe('ResetPage', () => {
  it('sets the password by what the mail brought, and leads to signing in', async () => {
    const client = new QuietClient({ 'PUT /auth/reset': {} });
    const held = await show(client);
    await choose('a few plain words');
    expect(await screen.findByRole('status')).toHaveTextContent('All your devices were signed out');
    expect(client.asked).toEqual([{ call: 'PUT /auth/reset', body: { token, password: 'a few plain words' } }]);
    expect(screen.getByRole('heading', { name: 'You have a new password' })).toHaveFocus();
    expect(screen.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/login');
    expect(held.held()).toBeNull();
  });

  it('ends the session of whoever is signed in here by the old one', async () => {
    const client = await new QuietClient({ 'PUT /auth/reset': {}, 'POST /auth/refresh': 401 }).signIn();
    await show(client);
    await choose('a few plain words');
    await waitFor(() => expect(TestBed.inject(SessionStore).status()).toBe('ended'));
  });

  it('says of a link that is used up or too old what to do, and asks for no more passwords', async () => {
    const held = await show(new QuietClient({ 'PUT /auth/reset': refused('token') }));
    await choose('a few plain words');
    expect(await screen.findByRole('alert')).toHaveTextContent('It was used already, or it is older than an hour.');
    expect(screen.getByRole('link', { name: 'Have another mail sent' })).toHaveAttribute('href', '/forgot-password');
    expect(screen.queryByLabelText('New password')).toBeNull();
    expect(held.held()).toBeNull();
  });

  it('tells at the field of a password that everybody tries, until another is typed; the link is still good', async () => {
    const client = new QuietClient({ 'PUT /auth/reset': refused('password') });
    const held = await show(client);
    await choose('password1');
    const field = screen.getByLabelText('New password');
    await waitFor(() => expect(field).toHaveAccessibleDescription(/Many people use this password/));
    expect(field).toHaveFocus();
    await userEvent.type(field, ' and more');
    expect(field).not.toHaveAccessibleDescription(/Many people use this password/);
    expect(held.held()).toBe(token);
  });

  it('sends no password that is too short', async () => {
    const client = new QuietClient({ 'PUT /auth/reset': {} });
    await show(client);
    await choose('short');
    expect(screen.getByLabelText('New password')).toHaveAccessibleDescription('It must have at least 8 characters.');
    expect(client.asked).toEqual([]);
  });

  it('lets one try again where the server did not answer', async () => {
    const client = new QuietClient({ 'PUT /auth/reset': new TypeError('no network') });
    await show(client);
    await choose('a few plain words');
    expect(await screen.findByRole('alert')).toHaveTextContent('Parley does not answer just now.');
    client.answers['PUT /auth/reset'] = {};
    await userEvent.click(screen.getByRole('button', { name: 'Set the password' }));
    expect(await screen.findByText(/All your devices were signed out/)).toBeVisible();
  });
});
