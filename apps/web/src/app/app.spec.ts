import { ApplicationRef, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { render, screen, waitFor } from '@testing-library/angular';
import { anybody, PARLEY_CLIENT, SessionStore } from '@parley/web-data-access';
import { aProfile, QuietClient } from '@parley/web-data-access/testing';
import { PageTitle } from '@parley/web-ui';
import { words } from '@parley/web-ui/testing';
import { App } from './app';

@Component({ template: '<p>here</p>' })
class Somewhere {}

const anItem = ({ unreadCount }: { unreadCount: number }) => ({
  ...{
    id: 'a',
    kind: 'direct' as const,
    title: null,
    members: [],
    lastSeq: 2,
    revision: 1,
    request: null,
    lastMessage: null,
  },
  ...{ createdAt: '2026-11-01T00:00:00.000Z', updatedAt: '2026-11-01T00:00:00.000Z' },
  ...{ lastReadSeq: 0, pinned: false, muted: false, archived: false, unreadCount },
});

async function show(client: QuietClient): Promise<Router> {
  await render(App, {
    imports: [words],
    providers: [
      provideRouter([
        { path: 'open', component: Somewhere, canActivate: [anybody] },
        { path: '**', component: Somewhere },
      ]),
      { provide: PARLEY_CLIENT, useValue: client },
    ],
  });
  return TestBed.inject(Router);
}

describe('App', () => {
  it('names the tab after the page', async () => {
    await show(await new QuietClient().signIn());
    TestBed.inject(PageTitle).set('People');
    await waitFor(() => expect(document.title).toBe('People · Parley'));
  });

  it('shows on the icon of the tab and before its name that something is unread, until it is read', async () => {
    const link = Object.assign(document.createElement('link'), { rel: 'icon', href: 'favicon.svg' });
    document.head.append(link);
    const icon = (): string | null => link.getAttribute('href');
    const client = await new QuietClient().signIn();
    await show(client);
    TestBed.inject(PageTitle).set('People');
    await waitFor(() => expect([icon(), document.title]).toEqual(['favicon.svg', 'People · Parley']));
    client.rooms.joined(anItem({ unreadCount: 2 }));
    await waitFor(() => expect([icon(), document.title]).toEqual(['favicon-new.svg', '(1) People · Parley']));
    client.rooms.joined(anItem({ unreadCount: 0 }));
    await waitFor(() => expect([icon(), document.title]).toEqual(['favicon.svg', 'People · Parley']));
    link.remove();
  });

  it('leads to signing in once one has signed out', async () => {
    const client = await new QuietClient({ 'POST /auth/logout': {} }).signIn();
    const router = await show(client);
    await router.navigateByUrl('/people');
    await client.session.logout();
    await waitFor(() => expect(router.url).toBe('/login'));
  });

  it('leads to a page that says so when the session was ended elsewhere, and knows the way back', async () => {
    const client = await new QuietClient().signIn();
    const router = await show(client);
    await router.navigateByUrl('/people');
    client.session.end('Ended on another device.');
    await waitFor(() => expect(router.url).toBe('/ended?returnTo=%2Fpeople'));
  });

  it('stays on a page that is there for anybody', async () => {
    const client = await new QuietClient().signIn();
    const router = await show(client);
    await router.navigateByUrl('/open');
    client.session.end('By a new password.');
    TestBed.tick();
    await TestBed.inject(ApplicationRef).whenStable();
    expect(router.url).toBe('/open');
  });

  it('says when the server is away, and offers to ask again', async () => {
    const client = new QuietClient({ 'POST /auth/refresh': new TypeError('no network') });
    await show(client);
    void TestBed.inject(SessionStore).settled();
    expect(await screen.findByText('Parley is away for a moment')).toBeVisible();
    let answer: (response: Response) => void = () => undefined;
    client.answers['POST /auth/refresh'] = () => new Promise<Response>((resolve) => (answer = resolve));
    screen.getByRole('button', { name: 'Try again' }).click();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Try again' })).toHaveAttribute('aria-busy', 'true'));
    answer(new Response(JSON.stringify({ user: aProfile(), accessToken: 'token', expiresIn: 600 })));
    await waitFor(() => expect(screen.queryByText('Parley is away for a moment')).toBeNull());
  });
});
