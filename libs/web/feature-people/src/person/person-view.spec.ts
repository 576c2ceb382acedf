import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { render, screen } from '@testing-library/angular';
import { PARLEY_CLIENT, ProfileStore } from '@parley/web-data-access';
import { aProfile, QuietClient } from '@parley/web-data-access/testing';
import { words } from '@parley/web-ui/testing';
import { PersonView } from './person-view';

const me = aProfile();
const { email: _email, privacy: _privacy, ...ben } = aProfile({ id: 'ben', displayName: 'Ben' });

async function show(userId: string) {
  const client = await new QuietClient({ 'GET /users/ben': ben }).signIn(me);
  await render(PersonView, {
    imports: [words],
    providers: [provideRouter([]), ProfileStore, { provide: PARLEY_CLIENT, useValue: client }],
  });
  await TestBed.inject(ProfileStore).load(userId);
  const hear = async (status: 'online' | 'offline'): Promise<void> => {
    client.presence.hear({ userId, status, lastSeenAt: null });
    await TestBed.inject(ApplicationRef).whenStable();
  };
  return { hear };
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
});
