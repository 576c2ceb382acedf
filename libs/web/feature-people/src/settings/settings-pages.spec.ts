import { render, screen, waitFor } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { provideRouter } from '@angular/router';
import { TestBed } from '@angular/core/testing';
import { PARLEY_CLIENT, PreferencesStore } from '@parley/web-data-access';
import { aProfile, QuietClient } from '@parley/web-data-access/testing';
import { words } from '@parley/web-ui/testing';
import { AppearancePage } from './appearance-page';
import { LanguagePage } from './language-page';
import { NotificationsPage } from './notifications-page';
import { PrivacyPage } from './privacy-page';

const around = (client = new QuietClient()) => ({
  imports: [words],
  providers: [provideRouter([]), { provide: PARLEY_CLIENT, useValue: client }],
});

// By label rather than by role: to find out the roles of a whole page takes long on a busy machine.
jest.setTimeout(60_000);
beforeEach(() => localStorage.clear());

describe('AppearancePage', () => {
  it('keeps what is chosen', async () => {
    await render(AppearancePage, around());
    await userEvent.click(await screen.findByLabelText('Dark'));
    await userEvent.click(screen.getByLabelText('Very large'));
    await userEvent.click(screen.getByLabelText('Closer together'));
    const preferences = TestBed.inject(PreferencesStore);
    expect([preferences.theme(), preferences.textSize(), preferences.density()]).toEqual([
      'dark',
      'largest',
      'compact',
    ]);
    expect(screen.getByLabelText('Dark')).toBeChecked();
  });
});

describe('LanguagePage', () => {
  it('calls every language by its own name, and goes back to the browser’s', async () => {
    await render(LanguagePage, around());
    await userEvent.click(await screen.findByLabelText('Deutsch'));
    expect(TestBed.inject(PreferencesStore).language()).toBe('de');
    await userEvent.click(screen.getByLabelText(/As the browser/));
    expect(TestBed.inject(PreferencesStore).language()).toBeNull();
  });
});

describe('PrivacyPage', () => {
  it('asks the server, and shows what it has', async () => {
    const privacy = { showPresence: true, sendReadReceipts: false, sendTyping: true };
    const client = await new QuietClient({ 'PATCH /users/me': aProfile({ privacy }) }).signIn();
    await render(PrivacyPage, around(client));
    const receipts = await screen.findByLabelText('How far you have read');
    expect(receipts).toBeChecked();
    await userEvent.click(receipts);
    await waitFor(() => expect(receipts).not.toBeChecked());
    expect(client.asked.at(-1)).toEqual({
      call: 'PATCH /users/me',
      body: { privacy: { sendReadReceipts: false } },
    });
  });

  it('says that it could not be set, and leaves the switch where it was', async () => {
    const client = await new QuietClient({ 'PATCH /users/me': new TypeError('no network') }).signIn();
    await render(PrivacyPage, around(client));
    const typing = await screen.findByLabelText('That you are writing');
    await userEvent.click(typing);
    expect(await screen.findByRole('alert')).toHaveTextContent('Parley does not answer just now');
    expect(typing).toBeChecked();
  });
});

describe('NotificationsPage', () => {
  const allow = (leave: NotificationPermission): void => {
    Object.defineProperty(window, 'Notification', {
      configurable: true,
      value: { requestPermission: () => Promise.resolve(leave) },
    });
  };

  it('asks the system for leave only when it is wanted', async () => {
    allow('granted');
    await render(NotificationsPage, around());
    const outside = await screen.findByLabelText('While you look elsewhere');
    expect(outside).not.toBeChecked();
    await userEvent.click(outside);
    await waitFor(() => expect(TestBed.inject(PreferencesStore).tellsOutside()).toBe(true));
  });

  it('says so where the browser forbids it', async () => {
    allow('denied');
    await render(NotificationsPage, around());
    await userEvent.click(await screen.findByLabelText('While you look elsewhere'));
    expect(await screen.findByText(/Your browser does not allow this/)).toBeVisible();
    expect(TestBed.inject(PreferencesStore).tellsOutside()).toBe(false);
  });
});
