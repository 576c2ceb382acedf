import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { render, screen, waitFor, within } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { ParleyError } from '@parley/contracts';
import { PARLEY_CLIENT, SessionStore } from '@parley/web-data-access';
import { QuietClient } from '@parley/web-data-access/testing';
import { Toaster } from '@parley/web-ui';
import { words } from '@parley/web-ui/testing';
import { AccountPage } from './account-page';

jest.setTimeout(60_000);

const account = {
  email: 'ana@parley.example',
  emailVerified: true,
  createdAt: '2026-11-01T00:00:00.000Z',
  moderator: false,
  ...{ secondFactor: null, hasPassword: true, identity: null },
};

async function open(way: string, answers: Record<string, unknown> = {}) {
  const client = await new QuietClient({ 'GET /auth/account': account, 'POST /auth/logout': 401, ...answers }).signIn();
  await render(AccountPage, {
    imports: [words],
    providers: [provideRouter([]), { provide: PARLEY_CLIENT, useValue: client }],
  });
  await screen.findByText('ana@parley.example');
  await userEvent.click(screen.getByText(way));
  const dialog = document.querySelector<HTMLElement>('dialog');
  if (!dialog) throw new Error('No dialog has opened.');
  return { client, dialog: within(dialog) };
}

describe('closing the account', () => {
  it('asks for the password, ends the session here and says how to come back', async () => {
    const { client, dialog } = await open('Close it for now…', { 'POST /auth/deactivate': {} });
    await userEvent.type(dialog.getByLabelText('Your password'), 'teach me something');
    await userEvent.click(dialog.getByText('Close the account'));
    await waitFor(() => expect(TestBed.inject(SessionStore).status()).toBe('signedOut'));
    expect(client.asked).toContainEqual({ call: 'POST /auth/deactivate', body: { password: 'teach me something' } });
    await waitFor(() => {
      const said = TestBed.inject(Toaster)
        .toasts()
        .map(({ text }) => text);
      expect(said).toEqual(['Your account is closed. Sign in whenever you want to open it again.']);
    });
  });

  it('keeps the session where the password is wrong, and says so at its field', async () => {
    const wrong = new ParleyError('validation_failed', 'No.', { errors: [{ path: 'password', message: 'is wrong' }] });
    const { dialog } = await open('Close it for now…', { 'POST /auth/deactivate': wrong });
    await userEvent.type(dialog.getByLabelText('Your password'), 'not this one{Enter}');
    const field = dialog.getByLabelText('Your password');
    await waitFor(() => expect(field).toHaveAccessibleDescription(/This is not your password/));
    expect(TestBed.inject(SessionStore).status()).toBe('signedIn');
  });

  it('deletes nothing before the address was typed out', async () => {
    const { client, dialog } = await open('Delete it…', { 'POST /auth/delete': {} });
    const before = client.asked.length;
    await userEvent.type(dialog.getByLabelText('Your password'), 'teach me something{Enter}');
    const address = dialog.getByLabelText(/^Type /);
    expect(address).toHaveAccessibleDescription('Type your e-mail address.');
    expect(address).toHaveFocus();
    await userEvent.type(address, 'ben@parley.example{Enter}');
    expect(address).toHaveAccessibleDescription('This is not the address of your account.');
    expect(client.asked).toHaveLength(before);
    await userEvent.clear(address);
    await userEvent.type(address, 'Ana@parley.example{Enter}');
    await waitFor(() => expect(TestBed.inject(SessionStore).status()).toBe('signedOut'));
    expect(client.asked).toContainEqual({ call: 'POST /auth/delete', body: { password: 'teach me something' } });
  });
});
