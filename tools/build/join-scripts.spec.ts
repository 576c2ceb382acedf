import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { joinScripts } from './join-scripts';
import { nameViews } from './name-views';

/** A small app as the build leaves it: each script, the source it was built of where it is one's own, and what it says. */
const SCRIPTS: Readonly<Record<string, readonly [source: string | null, code: string]>> = {
  'main-AAAAAAAA.js': [
    'apps/web/src/main.ts',
    `import { core } from './chunk-CORECORE.js';
     globalThis.views = { core, login: () => import('./chunk-LOGINLOG.js'), register: () => import('./chunk-REGISTER.js'),
       shell: () => import('./chunk-SHELLSHE.js'), chat: () => import('./chunk-CHATCHAT.js'), en: () => import('./chunk-ENENENEN.js'), de: () => import('./chunk-DEDEDEDE.js') };`,
  ],
  'chunk-CORECORE.js': [null, `export const core = 'core';`],
  'chunk-FIELDFIE.js': [null, `export const field = 'field';`],
  'chunk-NOTICENO.js': [null, `export const notice = 'notice';`],
  'chunk-LOGINLOG.js': [
    'libs/web/feature-auth/src/login-page.ts',
    `import { field } from './chunk-FIELDFIE.js'; import { notice } from './chunk-NOTICENO.js'; export const login = [field, notice];`,
  ],
  'chunk-REGISTER.js': [
    'libs/web/feature-auth/src/register-page.ts',
    `import { field } from './chunk-FIELDFIE.js'; export const register = [field];`,
  ],
  'chunk-SHELLSHE.js': [
    'apps/web/src/app/shell/shell.ts',
    `import { notice } from './chunk-NOTICENO.js'; export const shell = [notice];`,
  ],
  'chunk-CHATCHAT.js': [
    'libs/web/feature-chat/src/index.ts',
    `export const rooms = () => import('./chunk-ROOMSROO.js'); export const room = () => import('./chunk-ROOMROOM.js'); export const none = () => import('./chunk-NONENONE.js');`,
  ],
  'chunk-MENUMENU.js': [null, `export const menu = 'menu';`],
  'chunk-ROOMSROO.js': [
    'libs/web/feature-chat/src/rooms-page.ts',
    `import { menu } from './chunk-MENUMENU.js'; export const rooms = [menu];`,
  ],
  'chunk-NONENONE.js': ['libs/web/feature-chat/src/no-room.ts', `export const none = 'none';`],
  'chunk-TEXTTEXT.js': [null, `export const text = 'text';`],
  'chunk-ROOMROOM.js': [
    'libs/web/feature-chat/src/room/room-page.ts',
    `import { menu } from './chunk-MENUMENU.js'; import { text } from './chunk-TEXTTEXT.js'; export const room = [menu, text];`,
  ],
  'chunk-ENENENEN.js': ['libs/web/ui/src/words/en.json', `export default { hello: 'Hello' };`],
  'chunk-DEDEDEDE.js': ['libs/web/ui/src/words/de.json', `export default { hello: 'Hallo' };`],
};
const PAGE = `<script>{ const views = {}; }</script><link rel="modulepreload" href="chunk-CORECORE.js"><script src="main-AAAAAAAA.js" type="module"></script>`;

/** What a script imports at once and later. */
const importsOf = (code: string) => [
  ...[...code.matchAll(/from '\.\/([^']+)'/g)].map(([, path = '']) => ({ path, kind: 'import-statement' })),
  ...[...code.matchAll(/import\('\.\/([^']+)'\)/g)].map(([, path = '']) => ({ path, kind: 'dynamic-import' })),
];

describe('joinScripts', () => {
  let dist: string;
  let outputs: Record<string, object>;
  const site = (): string => join(dist, 'browser');
  const scripts = async (): Promise<string[]> => (await readdir(site())).filter((name) => name.endsWith('.js')).sort();
  const read = (name: string): Promise<string> => readFile(join(site(), name), 'utf8');

  /** The site as the build leaves it. */
  const build = async (): Promise<void> => {
    for (const [name, [, code]] of Object.entries(SCRIPTS)) await writeFile(join(site(), name), code);
    outputs = Object.fromEntries(
      Object.entries(SCRIPTS).map(([name, [source, code]]) => [
        name,
        { ...(source && { entryPoint: source }), imports: importsOf(code) },
      ]),
    );
    await writeFile(join(dist, 'browser-stats.json'), JSON.stringify({ outputs }));
    await writeFile(join(site(), 'index.html'), PAGE);
  };

  beforeEach(async () => {
    dist = await mkdtemp(join(tmpdir(), 'parley-site-'));
    await mkdir(site());
    await build();
  });
  afterEach(() => rm(dist, { recursive: true, force: true }));

  it('makes one script of what members see first, one of what a room needs besides, and takes the others away', async () => {
    await joinScripts(site());
    const names = await scripts();
    const [member = '', room = ''] = ['member-', 'room-'].map((start) => names.find((name) => name.startsWith(start)));
    expect(names.filter((name) => name in SCRIPTS)).toEqual([]);
    expect(await read(member)).toMatch(/menu.*none|none.*menu/s);
    expect(await read(member)).not.toContain('text=');
    expect(await read(room)).toContain('text=');
    await nameViews(site());
    const [, views = ''] = /const views = (.*?);/.exec(await read('index.html')) ?? [];
    const named = JSON.parse(views) as Record<string, string[]>;
    const shared = names.find((name) => name.startsWith('shared-'));
    const ofSignIn = names.find((name) => name.startsWith('sign-in-'));
    expect(await read(shared ?? '')).toContain('notice');
    expect(named['rooms']).toEqual(expect.arrayContaining([member, shared]));
    expect(named['rooms']).not.toContain(room);
    expect(named['room']).toEqual(expect.arrayContaining([member, room, shared]));
    expect(named['sign-in']).toEqual(expect.arrayContaining([shared, ofSignIn]));
    expect(named['sign-in']).not.toEqual(expect.arrayContaining([member]));
    expect(named['sign-in']).not.toEqual(expect.arrayContaining([room]));
  });

  it('names in the page what there is now', async () => {
    await joinScripts(site());
    const names = await scripts();
    const named = [...(await read('index.html')).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, name]) => name);
    expect(named.some((name) => name?.startsWith('main-'))).toBe(true);
    expect(named.some((name) => name?.startsWith('start-'))).toBe(true);
    expect(names).toEqual(expect.arrayContaining(named));
  });

  it('leaves every view where the app finds it', async () => {
    await joinScripts(site());
    const main = (await scripts()).find((name) => name.startsWith('main-')) ?? '';
    const { run } = await outside(join(site(), main));
    expect(run).toEqual({ login: ['field', 'notice'], register: ['field'], shell: ['notice'], room: ['menu', 'text'] });
  });

  it('changes nothing the second time', async () => {
    await joinScripts(site());
    const [names, page] = [await scripts(), await read('index.html')];
    await joinScripts(site());
    expect([await scripts(), await read('index.html')]).toEqual([names, page]);
  });

  it('fails where the page names no main script, or a view is built of nothing', async () => {
    await writeFile(join(site(), 'index.html'), '<script></script>');
    await expect(joinScripts(site())).rejects.toThrow('no main script');
    await writeFile(join(site(), 'index.html'), PAGE);
    await writeFile(join(dist, 'browser-stats.json'), JSON.stringify({ outputs: {} }));
    await expect(joinScripts(site())).rejects.toThrow('libs/web/feature-auth/src/login-page.ts');
  });

  it.each(['chunk-TEXTTEXT.js', 'chunk-CORECORE.js'])(
    'says which script is not there, and leaves the rest as it was: %s',
    async (name) => {
      await rm(join(site(), name));
      const before = await scripts();
      await expect(joinScripts(site())).rejects.toThrow(`lacks scripts that it is made of: ${name}.`);
      expect([await scripts(), await read('index.html')]).toEqual([before, PAGE]);
    },
  );

  it('does not take a page for that of another build', async () => {
    delete outputs['chunk-CORECORE.js'];
    await writeFile(join(dist, 'browser-stats.json'), JSON.stringify({ outputs }));
    await expect(joinScripts(site())).rejects.toThrow('did not tell of: chunk-CORECORE.js.');
  });

  it('takes nothing away where something could not be written', async () => {
    await joinScripts(site());
    const made = await scripts();
    await build();
    for (const name of made) await rm(join(site(), name));
    // Nothing can be written where a folder is.
    await mkdir(join(site(), made.at(-1) ?? ''));
    await expect(joinScripts(site())).rejects.toThrow('EISDIR');
    expect(await scripts()).toEqual(expect.arrayContaining(Object.keys(SCRIPTS)));
    expect(await read('index.html')).toBe(PAGE);
  });
});

/** Runs the joined app in a program of its own, as a browser would: by its main script alone. */
async function outside(main: string): Promise<{ run: unknown }> {
  const { execFile } = await import('node:child_process');
  const { promisify } = await import('node:util');
  const code = `await import(${JSON.stringify(main)});
    const { login, register, shell, chat } = globalThis.views;
    const { room } = await (await chat()).room();
    console.log(JSON.stringify({ login: (await login()).login, register: (await register()).register, shell: (await shell()).shell, room }));`;
  const env = { ...process.env, NODE_OPTIONS: '' };
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], { env });
  return { run: JSON.parse(stdout) as unknown };
}
