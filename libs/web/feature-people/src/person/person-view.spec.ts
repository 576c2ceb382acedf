import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { render, screen, waitFor } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { PARLEY_CLIENT, ProfileStore } from '@parley/web-data-access';
import { aProfile, QuietClient } from '@parley/web-data-access/testing';
import { Toaster } from '@parley/web-ui';
import { words } from '@parley/web-ui/testing';
import { PersonView } from './person-view';

const me = aProfile();
const { email: _email, privacy: _privacy, ...ben } = aProfile({ id: 'ben', displayName: 'Ben' });

async function show(userId: string, answers: Record<string, unknown> = {}) {
  const client = await new QuietClient({ 'GET /users/ben': ben, ...answers }).signIn(me);
  await render(PersonView, {
    imports: [words],
    providers: [provideRouter([]), ProfileStore, { provide: PARLEY_CLIENT, useValue: client }],
  });
  await TestBed.inject(ProfileStore).load(userId);
  const hear = async (status: 'online' | 'offline'): Promise<void> => {
    client.presence.hear({ userId, status, lastSeenAt: null });
    await TestBed.inject(ApplicationRef).whenStable();
  };
  return { client, hear };
}

describe('PersonView', () => {
  it('says that somebody is there, and nothing of whoever hides it', async () => {
    const { hear } = await show('ben');
    await screen.findByRole('heading', { name: 'Ben' });
    await hear('online');
    expect(screen.getByText('Online')).toBeVisible();
    await hear('offline');
    expect(screen.queryByText(/Online|Away|Last seen/)).toBeNull();
  });

  it('does not tell people whether they are there themselves', async () => {
    const { hear } = await show(me.id);
    await screen.findByRole('heading', { name: me.displayName });
    await hear('online');
    expect(screen.queryByText('Online')).toBeNull();
  });

  it('reports somebody with a reason, and says that it was sent', async () => {
    const { client } = await show('ben', { 'POST /reports': { id: '1', createdAt: '2026-11-01T00:00:00.000Z' } });
    await userEvent.click(await screen.findByLabelText('More'));
    await userEvent.click(await screen.findByText('Report'));
    await userEvent.click(screen.getByLabelText('Harassment'));
    await userEvent.click(screen.getByText('Send the report'));
    await waitFor(() => expect(screen.queryByText('Report Ben?')).toBeNull());
    expect(client.asked.at(-1)).toEqual({ call: 'POST /reports', body: { userId: 'ben', reason: 'harassment' } });
    expect(TestBed.inject(Toaster).toasts()).toHaveLength(1);
  });

  it('says why a report could not be sent, and keeps what was typed', async () => {
    await show('ben', { 'POST /reports': 503 });
    await userEvent.click(await screen.findByLabelText('More'));
    await userEvent.click(await screen.findByText('Report'));
    await userEvent.type(screen.getByLabelText(/What happened/), 'Asked for money');
    await userEvent.click(screen.getByText('Send the report'));
    expect(await screen.findByText(/Parley does not answer just now/)).toBeInTheDocument();
    expect(screen.getByLabelText(/What happened/)).toHaveValue('Asked for money');
  });
});
