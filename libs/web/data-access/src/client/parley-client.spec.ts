import { TestBed } from '@angular/core/testing';
import type { OutboxEntry, ParleyClient } from '@parley/client';
import { LOCAL_STORAGE } from './browser-storage';
import { OUTBOX_STORE, PARLEY_CLIENT } from './parley-client';
import { aProfile } from './quiet-client.fixture';

const entry: OutboxEntry = {
  clientMessageId: 'c1',
  roomId: 'r',
  senderId: 'ana',
  text: 'unsent',
  place: 1,
  queuedAt: 0,
  status: 'waiting',
  error: null,
};

describe('the SDK in the web app', () => {
  beforeEach(() => localStorage.clear());

  it('has its unsent messages again after a reload', async () => {
    void TestBed.inject(OUTBOX_STORE).save(entry);
    TestBed.resetTestingModule();
    expect(await TestBed.inject(OUTBOX_STORE).claim()).toEqual([entry]);
  });

  it('does without where the browser keeps nothing', async () => {
    TestBed.configureTestingModule({ providers: [{ provide: LOCAL_STORAGE, useValue: null }] });
    await TestBed.inject(OUTBOX_STORE).save(entry);
    expect(localStorage.length).toBe(0);
  });
});

describe('signing in by what the page has asked ahead', () => {
  const grant = { user: aProfile(), accessToken: 'the-token', expiresIn: 600 };
  const realFetch = globalThis.fetch;
  let turns: number;
  let fetched: number;

  /** A page that asks, or has asked, who is here. */
  function arrive(answer: Promise<Response>): ParleyClient {
    [turns, fetched] = [0, 0];
    const request = (name: string, _options: unknown, use: () => Promise<void>): Promise<void> => {
      if (name === 'parley.refresh') turns++;
      return use();
    };
    Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });
    globalThis.fetch = () => {
      fetched++;
      return Promise.resolve(new Response(JSON.stringify(grant)));
    };
    const answers = new Map([['POST /api/v1/auth/refresh', { answer }]]);
    window.parleyAskedAhead = { at: Date.now(), answers, member: Promise.resolve(true) };
    return TestBed.inject(PARLEY_CLIENT);
  }
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'locks');
    globalThis.fetch = realFetch;
  });

  it('waits for no turn: the page had its own', async () => {
    let answered: (answer: Response) => void = () => undefined;
    const restored = arrive(new Promise((resolve) => (answered = resolve))).session.restore();
    answered(new Response(JSON.stringify(grant)));
    expect(await restored).toBe(true);
    expect([turns, fetched]).toEqual([0, 0]);
  });

  it('takes its turn where that answer was lost, and from then on', async () => {
    const client = arrive(Promise.reject(new TypeError('no network')));
    expect(await client.session.restore()).toBe(true);
    expect([turns, fetched]).toEqual([1, 1]);
  });
});
