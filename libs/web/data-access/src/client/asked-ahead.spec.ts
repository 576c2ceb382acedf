import { TestBed } from '@angular/core/testing';
import { AskedAhead, type PageAsks } from './asked-ahead';

const url = new URL('http://localhost/api/v1/chatrooms');
const get = { method: 'GET', headers: { authorization: 'Bearer token' } };

describe('what the page asked ahead', () => {
  const real = globalThis.fetch;
  let asked: string[];

  beforeEach(() => {
    asked = [];
    globalThis.fetch = (input, init) => {
      asked.push(`${init?.method} ${new URL(input as URL).pathname}`);
      return Promise.resolve(new Response('anew'));
    };
  });
  afterEach(() => {
    globalThis.fetch = real;
    delete window.parleyAskedAhead;
  });

  function ahead(answer: Promise<Response>, more: Partial<PageAsks> = {}): AskedAhead {
    const answers = new Map([['GET /api/v1/chatrooms', { token: Promise.resolve('token'), answer }]]);
    window.parleyAskedAhead = { at: Date.now(), answers, member: Promise.resolve(true), ...more };
    return TestBed.inject(AskedAhead);
  }
  const text = async (response: Promise<Response>): Promise<string> => (await response).text();

  it('is handed out once, and the server asked from then on', async () => {
    const { fetch } = ahead(Promise.resolve(new Response('ahead')));
    expect(await text(fetch(url, get))).toBe('ahead');
    expect(asked).toEqual([]);
    expect(await text(fetch(url, get))).toBe('anew');
  });

  it('is where no other script finds it once the app is there', () => {
    ahead(Promise.resolve(new Response('ahead')));
    expect(window.parleyAskedAhead).toBeUndefined();
  });

  it.each([
    ['another path', new URL('http://localhost/api/v1/users/me'), get],
    ['another query', new URL('http://localhost/api/v1/chatrooms?cursor=2'), get],
    ['another method', url, { ...get, method: 'POST' }],
    ['somebody else', url, { ...get, headers: { authorization: 'Bearer another' } }],
    ['nobody', url, { method: 'GET' }],
  ])('is not for %s', async (_, input, init) => {
    const { fetch } = ahead(Promise.resolve(new Response('ahead')));
    expect(await text(fetch(input, init))).toBe('anew');
  });

  it('is too old after a while', async () => {
    const { fetch } = ahead(Promise.resolve(new Response('ahead')), { at: Date.now() - 30_000 });
    expect(await text(fetch(url, get))).toBe('anew');
  });

  it('is asked again where it was not answered', async () => {
    const { fetch } = ahead(Promise.reject(new TypeError('no network')));
    expect(await text(fetch(url, get))).toBe('anew');
  });

  it('is waited for no longer than somebody wants to wait', async () => {
    const { fetch } = ahead(new Promise(() => undefined));
    const stop = new AbortController();
    globalThis.fetch = (_, init) => Promise.reject(init?.signal?.reason as Error);
    const answer = fetch(url, { ...get, signal: stop.signal });
    stop.abort(new Error('too long'));
    await expect(answer).rejects.toThrow('too long');
  });

  it('is nothing where the page asked nothing', async () => {
    expect(await text(TestBed.inject(AskedAhead).fetch(url, get))).toBe('anew');
  });

  it('is known to be there once it is, until somebody takes it', async () => {
    let arrive: (response: Response) => void = () => undefined;
    const asked = ahead(new Promise((resolve) => (arrive = resolve)));
    const isThere = asked.has('GET /api/v1/chatrooms');
    arrive(new Response('ahead'));
    expect(await isThere).toBe(true);
    expect(await asked.has('POST /api/v1/auth/refresh')).toBe(false);
    await asked.fetch(url, get);
    expect(await asked.has('GET /api/v1/chatrooms')).toBe(false);
  });

  it.each([
    ['was lost', Promise.reject<Response>(new TypeError('no network')), {}],
    ['is too old', Promise.resolve(new Response('ahead')), { at: Date.now() - 30_000 }],
  ])('is not there where it %s', async (_, answer, more) => {
    expect(await ahead(answer, more).has('GET /api/v1/chatrooms')).toBe(false);
  });
});
