import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { PARLEY_CLIENT } from '../client/parley-client';
import { aProfile, QuietClient } from '../client/quiet-client.fixture';
import { signedIn, signedOut } from './session.guard';
import { SessionStore } from './session.store';

@Component({ template: 'rooms' })
class Rooms {}

@Component({ template: 'login' })
class Login {}

const grant = { user: aProfile(), accessToken: 'token', expiresIn: 600 };

function start(client: QuietClient): Promise<RouterTestingHarness> {
  TestBed.configureTestingModule({
    providers: [
      { provide: PARLEY_CLIENT, useValue: client },
      provideRouter([
        { path: 'rooms', component: Rooms, canActivate: [signedIn] },
        { path: 'people', component: Rooms, canActivate: [signedIn] },
        { path: 'login', component: Login, canActivate: [signedOut] },
        { path: 'ended', component: Login },
        { path: '', pathMatch: 'full', redirectTo: 'rooms' },
      ]),
    ],
  });
  return RouterTestingHarness.create();
}

const calls = (client: QuietClient): string[] => client.asked.map(({ call }) => call);

describe('who is signed in', () => {
  it('is asked once, however many want to know', async () => {
    const client = new QuietClient({ 'POST /auth/refresh': grant });
    const harness = await start(client);
    const store = TestBed.inject(SessionStore);
    await Promise.all([store.settled(), store.settled(), harness.navigateByUrl('/rooms')]);
    expect(calls(client).filter((call) => call === 'POST /auth/refresh')).toHaveLength(1);
    expect(harness.routeNativeElement).toHaveTextContent('rooms');
    expect(store.user()?.displayName).toBe('Ana');
  });

  it('keeps out who is not, and remembers where they wanted to go', async () => {
    const harness = await start(new QuietClient({ 'POST /auth/refresh': 401 }));
    await harness.navigateByUrl('/rooms');
    expect(harness.routeNativeElement).toHaveTextContent('login');
    expect(TestBed.inject(Router).url).toBe('/login');
    await harness.navigateByUrl('/rooms?x=1');
    expect(TestBed.inject(Router).url).toBe('/login?returnTo=%2Frooms%3Fx%3D1');
  });

  it('leads away from signing in who is signed in', async () => {
    const harness = await start(new QuietClient({ 'POST /auth/refresh': grant }));
    await harness.navigateByUrl('/login');
    expect(TestBed.inject(Router).url).toBe('/rooms');
  });

  it('leads to a page of its own when the session was ended elsewhere', async () => {
    const client = new QuietClient({ 'POST /auth/refresh': grant });
    const harness = await start(client);
    await harness.navigateByUrl('/rooms');
    client.session.end('Ended on another device.');
    await harness.navigateByUrl('/people');
    expect(TestBed.inject(Router).url).toBe('/ended?returnTo=%2Fpeople');
  });

  it('finds out whether the session stands after something that may have ended it', async () => {
    const client = await new QuietClient({ 'POST /auth/refresh': grant }).signIn();
    await start(client);
    const store = TestBed.inject(SessionStore);
    await store.check();
    expect(store.status()).toBe('signedIn');
    client.answers['POST /auth/refresh'] = new TypeError('no network');
    await store.check();
    expect(store.status()).toBe('signedIn');
    client.answers['POST /auth/refresh'] = 401;
    await store.check();
    expect(store.status()).toBe('ended');
  });

  it('waits for a server that is away, and goes on by itself', async () => {
    jest.useFakeTimers();
    try {
      const client = new QuietClient({ 'POST /auth/refresh': new TypeError('no network') });
      await start(client);
      const store = TestBed.inject(SessionStore);
      const settled = store.settled();
      await jest.advanceTimersByTimeAsync(0);
      expect(store.problem()?.code).toBe('unavailable');
      client.answers['POST /auth/refresh'] = grant;
      await jest.advanceTimersByTimeAsync(5_000);
      await settled;
      expect([store.status(), store.problem()]).toEqual(['signedIn', null]);
    } finally {
      jest.useRealTimers();
    }
  });

  it('tells of a server that takes the question and does not answer, in time, and asks again as soon as it has given up', async () => {
    jest.useFakeTimers();
    try {
      const asked: ((reason: Error) => void)[] = [];
      const silent = (): Promise<Response> => new Promise((_, reject) => asked.push(reject));
      const client = new QuietClient({ 'POST /auth/refresh': silent });
      await start(client);
      const store = TestBed.inject(SessionStore);
      const settled = store.settled();
      await jest.advanceTimersByTimeAsync(7_900);
      expect(store.problem()).toBeNull();
      await jest.advanceTimersByTimeAsync(200);
      expect([store.status(), store.problem()?.code]).toEqual(['unknown', 'unavailable']);
      store.retry();
      client.answers['POST /auth/refresh'] = grant;
      for (const giveUp of asked) giveUp(new TypeError('given up'));
      await jest.advanceTimersByTimeAsync(0);
      await settled;
      expect([store.status(), store.problem()]).toEqual(['signedIn', null]);
    } finally {
      jest.useRealTimers();
    }
  });

  it('tells that it is asking because somebody wanted it, until that asking has ended', async () => {
    jest.useFakeTimers();
    try {
      const asked: ((reason: Error) => void)[] = [];
      const silent = (): Promise<Response> => new Promise((_, reject) => asked.push(reject));
      const giveUp = async (): Promise<void> => {
        asked.splice(0).forEach((reject) => reject(new TypeError('given up')));
        await jest.advanceTimersByTimeAsync(0);
      };
      const client = new QuietClient({ 'POST /auth/refresh': silent });
      await start(client);
      const store = TestBed.inject(SessionStore);
      void store.settled();
      await jest.advanceTimersByTimeAsync(8_000);
      const seen = [store.isRetrying()];
      store.retry();
      seen.push(store.isRetrying());
      // The one that was under way ends; what was wanted begins.
      await giveUp();
      seen.push(store.isRetrying());
      client.answers['POST /auth/refresh'] = new TypeError('no network');
      await giveUp();
      expect([...seen, store.isRetrying()]).toEqual([false, true, true, false]);
    } finally {
      jest.useRealTimers();
    }
  });

  it('asks again at once when somebody wants it', async () => {
    const client = new QuietClient({ 'POST /auth/refresh': new TypeError('no network') });
    await start(client);
    const store = TestBed.inject(SessionStore);
    const settled = store.settled();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(store.problem()).not.toBeNull();
    client.answers['POST /auth/refresh'] = grant;
    store.retry();
    await settled;
    expect(store.status()).toBe('signedIn');
  });

  it('leaves behind that somebody is signed in, and no more than that, for as long as it is so', async () => {
    localStorage.clear();
    const client = await new QuietClient({ 'POST /auth/logout': {} }).signIn();
    await start(client);
    TestBed.inject(SessionStore);
    expect({ ...localStorage }).toEqual({ 'parley.member': 'true' });
    client.session.end('Ended on another device.');
    expect(localStorage.length).toBe(0);
  });

  it('keeps no token where scripts could read it', async () => {
    const client = await new QuietClient().signIn();
    await start(client);
    await TestBed.inject(SessionStore).settled();
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('token');
  });
});
