import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nameViews } from './name-views';

const sources = {
  'login.js': 'libs/web/feature-auth/src/login-page.ts',
  'shell.js': 'apps/web/src/app/shell/shell.ts',
  'chat.js': 'libs/web/feature-chat/src/index.ts',
  'rooms.js': 'libs/web/feature-chat/src/rooms-page.ts',
  'none.js': 'libs/web/feature-chat/src/no-room.ts',
  'room.js': 'libs/web/feature-chat/src/room/room-page.ts',
  'en.js': 'libs/web/ui/src/words/en.json',
  'de.js': 'libs/web/ui/src/words/de.json',
};
const imports: Record<string, { path: string; kind: string; external?: boolean }[]> = {
  'room.js': [
    { path: 'main.js', kind: 'import-statement' },
    { path: 'shared.js', kind: 'import-statement' },
    { path: 'later.js', kind: 'dynamic-import' },
    { path: 'elsewhere', kind: 'import-statement', external: true },
  ],
  'shared.js': [{ path: 'deeper.js', kind: 'import-statement' }],
  'rooms.js': [{ path: 'shared.js', kind: 'import-statement' }],
};
const PAGE = '<script>{ const views = {}; }</script><script src="main.js" type="module"></script>';

describe('nameViews', () => {
  let dist: string;
  const site = (): string => join(dist, 'browser');
  const page = (): Promise<string> => readFile(join(site(), 'index.html'), 'utf8');

  async function build(built: Record<string, string>, html = PAGE): Promise<void> {
    const shared = { 'shared.js': {}, 'deeper.js': {}, 'main.js': {} };
    const entries = Object.entries({ ...shared, ...built }).map(([script, entryPoint]) => [
      script,
      { ...(typeof entryPoint === 'string' && { entryPoint }), imports: imports[script] ?? [] },
    ]);
    await writeFile(
      join(dist, 'browser-stats.json'),
      JSON.stringify({ outputs: Object.fromEntries(entries) as object }),
    );
    await writeFile(join(site(), 'index.html'), html);
  }

  beforeEach(async () => {
    dist = await mkdtemp(join(tmpdir(), 'parley-site-'));
    await mkdir(site());
  });
  afterEach(() => rm(dist, { recursive: true, force: true }));

  it('names the scripts of each view and what they import, but for what comes with the page or later', async () => {
    await build(sources);
    await nameViews(site());
    const [, views = ''] = /const views = (.*?);/.exec(await page()) ?? [];
    expect(JSON.parse(views)).toEqual({
      'sign-in': ['login.js'],
      rooms: ['shell.js', 'chat.js', 'rooms.js', 'shared.js', 'deeper.js', 'none.js'],
      room: ['shell.js', 'chat.js', 'rooms.js', 'shared.js', 'deeper.js', 'room.js'],
      page: ['shell.js'],
      en: ['en.js'],
      de: ['de.js'],
    });
  });

  it('changes nothing the second time', async () => {
    await build(sources);
    await nameViews(site());
    const once = await page();
    await nameViews(site());
    expect(await page()).toBe(once);
  });

  it('fails where a view is not built as a script of its own, or the page has no place', async () => {
    const { 'room.js': _room, ...others } = sources;
    await build(others);
    await expect(nameViews(site())).rejects.toThrow('libs/web/feature-chat/src/room/room-page.ts');
    await build(sources, '<script></script>');
    await expect(nameViews(site())).rejects.toThrow('no `const views = {}`');
  });
});
