import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { type Account, ParleyError } from '@parley/contracts';
import { PARLEY_CLIENT, SessionStore } from '@parley/web-data-access';
import { QuietClient } from '@parley/web-data-access/testing';
import { Toaster } from '@parley/web-ui';
import { words } from '@parley/web-ui/testing';
import { AccountPage } from './account-page';

// By label rather than by role: to find out the roles of a whole page takes long on a busy machine.
jest.setTimeout(60_000);

const account: Account = {
  email: 'ana@parley.example',
  emailVerified: false,
  createdAt: '2026-11-01T00:00:00.000Z',
  moderator: false,
  ...{ secondFactor: null, hasPassword: true, identity: null },
};
const refused = (path: string): ParleyError =>
  new ParleyError('validation_failed', `${path}: no`, { errors: [{ path, message: 'no' }] });

async function show(answers: Record<string, unknown> = {}): Promise<QuietClient> {
  const client = await new QuietClient({ 'GET /auth/account': account, ...answers }).signIn();
  await render(AccountPage, {
    imports: [words],
    providers: [provideRouter([]), { provide: PARLEY_CLIENT, useValue: client }],
  });
  await screen.findByText('ana@parley.example');
  return client;
}

const toasts = (): string[] =>
  TestBed.inject(Toaster)
    .toasts()
    .map(({ text }) => text);

describe('the address', () => {
  it('says that it is not confirmed, and has the mail sent again', async () => {
    const client = await show({ 'POST /auth/email/verification': {} });
    expect(screen.getByText(/Not confirmed yet/)).toBeVisible();
    await userEvent.click(screen.getByText('Send the mail again'));
    await waitFor(() => expect(toasts()).toEqual([expect.stringContaining('ana@parley.example')]));
    expect(client.asked.at(-1)?.call).toBe('POST /auth/email/verification');
  });

  it('says that it is confirmed once that has happened in another tab, and what it is by now', async () => {
    const client = await show();
    client.answers['GET /auth/account'] = { ...account, email: 'new@parley.example', emailVerified: true };
    fireEvent.focus(window);
    expect(await screen.findByText('Confirmed')).toBeVisible();
    expect(screen.queryByText('Send the mail again')).toBeNull();
    expect(TestBed.inject(SessionStore).user()?.email).toBe('new@parley.example');
  });

  it('is asked for again where the server did not answer', async () => {
    const client = await new QuietClient({ 'GET /auth/account': 503 }).signIn();
    await render(AccountPage, {
      imports: [words],
      providers: [provideRouter([]), { provide: PARLEY_CLIENT, useValue: client }],
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('Parley does not answer just now.');
    client.answers['GET /auth/account'] = account;
    await userEvent.click(screen.getByText('Try again'));
    expect(await screen.findByText('ana@parley.example')).toBeVisible();
  });
});

describe('another address', () => {
  const ask = async (email: string, password: string): Promise<void> => {
    await userEvent.type(screen.getByLabelText('New e-mail address'), email);
    await userEvent.type(screen.getByLabelText('Your password'), password);
    await userEvent.click(screen.getByText('Send a mail there'));
  };

  it('is sent a mail, and nothing else is promised', async () => {
    const client = await show({ 'PUT /auth/email': {} });
    await ask('new@parley.example', 'teach me something');
    expect(await screen.findByText(/Your address changes once you open its link/)).toHaveTextContent(
      'new@parley.example',
    );
    expect(client.asked.at(-1)).toEqual({
      call: 'PUT /auth/email',
      body: { email: 'new@parley.example', password: 'teach me something' },
    });
    expect(screen.getByLabelText('Your password')).toHaveValue('');
    expect(screen.getByText('ana@parley.example')).toBeVisible();
  });

  it('asks for the right password, at its field', async () => {
    await show({ 'PUT /auth/email': refused('password') });
    await ask('new@parley.example', 'not this one');
    const field = screen.getByLabelText('Your password');
    await waitFor(() => expect(field).toHaveAccessibleDescription(/This is not your password/));
    expect(field).toHaveFocus();
  });

  it.each([
    [' ANA@parley.example', 'This is your address already.'],
    ['new@', 'Type a whole e-mail address'],
  ])('is another, and whole: %j', async (email, sentence) => {
    const client = await show({ 'PUT /auth/email': {} });
    const before = client.asked.length;
    await ask(email, 'teach me something');
    const field = screen.getByLabelText('New e-mail address');
    expect(field).toHaveAccessibleDescription(expect.stringContaining(sentence));
    expect(field).toHaveFocus();
    expect(client.asked).toHaveLength(before);
  });
});

describe('another password', () => {
  const change = async (current: string, next: string): Promise<void> => {
    await userEvent.type(screen.getByLabelText('Current password'), current);
    await userEvent.type(screen.getByLabelText('New password'), next);
    await userEvent.click(screen.getByText('Change the password'));
  };

  it('is set, and it is said that the other devices are signed out', async () => {
    const client = await show({ 'PUT /auth/password': {} });
    expect(screen.getByText(/All your other devices are signed out with it/)).toBeVisible();
    await change('teach me something', 'a few plain words');
    await waitFor(() => expect(toasts()).toEqual([expect.stringContaining('all your other devices are signed out')]));
    expect(client.asked.at(-1)).toEqual({
      call: 'PUT /auth/password',
      body: { currentPassword: 'teach me something', newPassword: 'a few plain words' },
    });
    expect(screen.getByLabelText('Current password')).toHaveValue('');
    expect(screen.getByLabelText('New password')).toHaveValue('');
  });

  it.each([
    ['currentPassword', 'Current password', 'This is not your password.'],
    ['newPassword', 'New password', 'Many people use this password'],
  ])('shows what the server says of %s at its field', async (path, label, sentence) => {
    await show({ 'PUT /auth/password': refused(path) });
    await change('not this one', 'a few plain words');
    const field = screen.getByLabelText(label);
    await waitFor(() => expect(field).toHaveAccessibleDescription(expect.stringContaining(sentence)));
    expect(field).toHaveFocus();
    expect(toasts()).toEqual([]);
  });

  it.each([
    [new ParleyError('rate_limited', 'Too many.'), 'Wait a moment and try again.'],
    [new ParleyError('conflict', 'It was changed meanwhile.'), 'Somebody was quicker.'],
  ])('says what no field is to blame for: %s', async (answer, sentence) => {
    await show({ 'PUT /auth/password': answer });
    await change('teach me something', 'a few plain words');
    expect(await screen.findByRole('alert')).toHaveTextContent(sentence);
    expect(screen.getByLabelText('New password')).toHaveValue('a few plain words');
  });
});

it('speaks of a password as one’s own only to whoever has one', async () => {
  await show({ 'GET /auth/account': { ...account, hasPassword: false } });
  expect(screen.getByText('A password')).toBeVisible();
  expect(screen.getByText('The address of your account. Nobody else sees it.')).toBeVisible();
  expect(screen.queryByText('Another password')).toBeNull();
});
