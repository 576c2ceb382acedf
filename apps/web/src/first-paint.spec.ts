import { TestBed } from '@angular/core/testing';
import { ParleyClient } from '@parley/client';
import { AskedAhead } from '@parley/web-data-access';
import { aProfile } from '@parley/web-data-access/testing';
import { directionOf, dress, languageFor, languageTags, type Look, offeredLanguages } from '@parley/web-ui';
import { arcPath, de, en } from '@parley/web-ui/testing';

declare const __dirname: string;
const { readFileSync } = jest.requireActual<{ readFileSync(path: string, encoding: 'utf8'): string }>('node:fs');

const page = new DOMParser().parseFromString(readFileSync(`${__dirname}/index.html`, 'utf8'), 'text/html');
const css = readFileSync(`${__dirname}/first-paint.css`, 'utf8');
const root = document.documentElement;

/** As the build names them. */
const views = {
  'sign-in': ['login.js'],
  rooms: ['shell.js', 'rooms.js'],
  room: ['room.js'],
  en: ['en.js'],
  de: ['de.js'],
};

/** Lays out what a browser brings along, and runs the page's own script as the browser would at an address. */
function visit(path: string, kept: Record<string, unknown> = {}, spoken: readonly string[] = ['en-GB']): void {
  for (const link of document.querySelectorAll('link')) link.remove();
  localStorage.clear();
  for (const [key, value] of Object.entries(kept)) localStorage.setItem(`parley.${key}`, JSON.stringify(value));
  Object.defineProperty(navigator, 'languages', { value: spoken, configurable: true });
  history.replaceState(null, '', path);
  for (const { name } of [...root.attributes]) root.removeAttribute(name);
  const script = document.createElement('script');
  const text = page.querySelector('script:not([src])')?.textContent ?? '';
  script.textContent = text.replace('const views = {}', `const views = ${JSON.stringify(views)}`);
  document.head.append(script);
  script.remove();
}

let asked: { call: string; headers: Headers; keepalive: boolean; signal: AbortSignal | undefined }[];
let answer: (call: string) => Response;

beforeEach(() => {
  asked = [];
  answer = () => new Response('{}', { status: 401 });
  globalThis.fetch = (input, init) => {
    const { pathname } = new URL(input as string, location.origin);
    const call = `${init?.method} ${pathname}`;
    const { keepalive = false, signal } = init ?? {};
    asked.push({ call, headers: new Headers(init?.headers), keepalive, signal: signal ?? undefined });
    return Promise.resolve(answer(call));
  };
  globalThis.matchMedia = jest.fn().mockReturnValue({ matches: false, addEventListener: () => undefined });
});
afterEach(() => delete window.parleyAskedAhead);

describe('the words of the first paint', () => {
  const worded = [...page.querySelectorAll('[data-word]')];
  const lookUp = (words: object, key: string): unknown =>
    key.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], words);

  it('are those of the app, in each of its languages', () => {
    expect(worded.length).toBeGreaterThan(10);
    for (const [language, words] of Object.entries({ en, de })) {
      const shown = worded.map((one) =>
        one.querySelector(`[lang=${language}]`)?.textContent.trim().replaceAll(/\s+/g, ' '),
      );
      expect(shown).toEqual(worded.map((one) => lookUp(words, one.getAttribute('data-word') ?? '')));
    }
    const languages = offeredLanguages.map(({ tag }) => tag);
    for (const one of worded) expect(one.querySelectorAll('[lang]')).toHaveLength(languages.length);
  });

  it('are hidden in all languages but one', () => {
    for (const { tag } of offeredLanguages.filter(({ tag }) => tag !== 'en')) {
      expect(css).toContain(`:root[lang='${tag}'] .first-paint [lang='en']`);
      expect(css).toContain(`:root:not([lang='${tag}']) .first-paint [lang='${tag}']`);
    }
  });

  it('stand beside the mark as it is drawn elsewhere', () => {
    const drawn = (side: string) => [...page.querySelectorAll(`.first-${side}`)].map((path) => path.getAttribute('d'));
    expect(new Set(drawn('teach'))).toEqual(new Set([arcPath('teach')]));
    expect(new Set(drawn('learn'))).toEqual(new Set([arcPath('learn')]));
  });
});

describe('the script of the page', () => {
  it.each<Partial<Look>>([
    {},
    { theme: 'dark', contrast: 'more', motion: 'less', textSize: 'largest', density: 'compact' },
    { theme: 'light', textSize: 'small' },
    { theme: 'pink' as 'dark', textSize: 'huge' as 'large', density: 'dense' as 'compact' },
  ])('dresses the page as the app does: %j', (look) => {
    visit('/login', { preferences: look });
    const { first: _, ...dressed } = { ...root.dataset };
    const other = document.implementation.createHTMLDocument();
    const usual: Look = {
      ...{ theme: 'system', contrast: 'system', motion: 'system' },
      textSize: 'normal',
      density: 'roomy',
    };
    const isKnown = look.theme !== ('pink' as 'dark');
    dress(other, { ...usual, ...(isKnown ? look : {}) });
    expect(dressed).toEqual({ ...other.documentElement.dataset });
  });

  it('heeds the wish of the system for more contrast', () => {
    globalThis.matchMedia = jest.fn(
      (query: string) => ({ matches: query === '(prefers-contrast: more)' }) as MediaQueryList,
    );
    visit('/login');
    expect(root.dataset['contrast']).toBe('more');
  });

  it.each([
    [null, ['en-GB']],
    [null, ['fr', 'de-AT', 'en']],
    [null, ['ar', 'ja']],
    ['de', ['en']],
    ['xx', ['de']],
    ...languageTags.map((tag): [string, string[]] => [tag, ['en']]),
  ])('speaks as the app does: %s chosen, %j spoken', (language, spoken) => {
    visit('/login', { preferences: { language } }, spoken);
    expect(root.lang).toBe(languageFor(language, spoken));
    expect(root.dir).toBe(directionOf(root.lang));
  });

  it.each([
    ['/login', false, 'sign-in'],
    ['/', false, 'welcome'],
    ['/rooms/1', false, 'welcome'],
    ['/register', false, 'welcome'],
    ['/', true, 'rooms'],
    ['/login', true, 'rooms'],
    ['/rooms', true, 'rooms'],
    ['/rooms/1/with/2', true, 'room'],
    ['/settings/profile', true, 'page'],
    ['/reset-password', true, 'welcome'],
    ['/login/oidc', false, 'welcome'],
    ['/login/oidc', true, 'welcome'],
  ])('at %s, with a member here: %s, shows %s', (path, member, first) => {
    visit(path, member ? { member: true } : {});
    expect(root.dataset['first']).toBe(first);
  });

  it.each([
    [{ issuer: 'Example' }, true],
    [{ issuer: 7 }, false],
    [{}, false],
  ])('keeps the place of the way in by an issuer where one is known: %j, %s', (kept, isKept) => {
    visit('/login', kept);
    expect('issuer' in root.dataset).toBe(isKept);
  });

  it.each([
    ['/login', {}, ['login.js', 'en.js']],
    ['/rooms', { member: true }, ['shell.js', 'rooms.js', 'en.js']],
    ['/rooms/1', { member: true, preferences: { language: 'de' } }, ['room.js', 'de.js']],
    ['/settings', { member: true }, ['en.js']],
    ['/rooms', {}, ['en.js']],
  ])('at %s, with %j, fetches the scripts of what it shows: %j', (path, kept, scripts) => {
    visit(path, kept);
    const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload]')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual(scripts);
  });

  it('takes what it cannot read for nothing', () => {
    localStorage.setItem('parley.preferences', 'no JSON');
    visit('/login', { preferences: 'dark', member: 'yes' });
    expect([root.dataset['first'], root.dataset['theme']]).toEqual(['sign-in', undefined]);
  });

  it('asks who is here, and nothing more where that is nobody', async () => {
    visit('/rooms');
    expect(await window.parleyAskedAhead?.member).toBe(false);
    expect(asked.map(({ call }) => call)).toEqual(['POST /api/v1/auth/refresh']);
  });

  it('takes the new token along though one leaves at once, and does not wait for an answer that got lost', () => {
    const timeout = jest.spyOn(AbortSignal, 'timeout');
    try {
      visit('/rooms');
      expect(asked[0]).toMatchObject({ keepalive: true, signal: timeout.mock.results.at(-1)?.value });
      // The server gives the new token once more for ten seconds: there must be time to ask again.
      expect(timeout).toHaveBeenLastCalledWith(4_000);
    } finally {
      timeout.mockRestore();
    }
  });

  it('asks just what the app would, which takes the answers over', async () => {
    const grant = { user: aProfile(), accessToken: 'the-token', expiresIn: 600 };
    answer = (call) => new Response(JSON.stringify(call.startsWith('POST') ? grant : { items: [], nextCursor: null }));
    visit('/rooms');
    const member = window.parleyAskedAhead?.member;
    const { fetch } = TestBed.inject(AskedAhead);
    const client = new ParleyClient({ origin: location.origin, session: 'cookie', fetch });
    expect(await client.session.restore()).toBe(true);
    await client.rooms.load();
    expect(client.rooms.overview.get().loaded).toBe(true);
    expect(await member).toBe(true);
    expect(asked.map(({ call }) => call)).toEqual(['POST /api/v1/auth/refresh', 'GET /api/v1/chatrooms']);
    expect(asked[1]?.headers.get('authorization')).toBe('Bearer the-token');
  });
});
