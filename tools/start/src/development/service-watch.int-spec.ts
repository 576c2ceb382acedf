import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROGRAMS } from '@parley/server-system';
import { ServiceWatch } from './service-watch';

const repository = join(import.meta.dirname, '../../../..');

/** A repository in which every program consists of one file, and two of them use a library. */
function aWorkspace(): string {
  const root = mkdtempSync(join(tmpdir(), 'parley-watch-'));
  for (const file of ['tsconfig.base.json', '.swcrc']) cpSync(join(repository, file), join(root, file));
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  mkdirSync(join(root, 'libs/contracts/src'), { recursive: true });
  writeFileSync(join(root, 'libs/contracts/src/index.ts'), `export const word = 'one';\n`);
  for (const program of PROGRAMS) {
    mkdirSync(join(root, 'apps', program, 'src'), { recursive: true });
    const usesLibrary = program === 'users' || program === 'messages';
    const main = usesLibrary
      ? `import { word } from '@parley/contracts';\nconsole.log(word);\n`
      : `console.log('${program}');\n`;
    writeFileSync(join(root, 'apps', program, 'src/main.ts'), main);
  }
  return root;
}

/** What a watch has told, and a way to wait for the next of it. */
class Told {
  readonly rebuilds: string[] = [];
  readonly failures: string[] = [];
  #wake: () => void = () => undefined;

  rebuilt(program: string): void {
    this.rebuilds.push(program);
    this.#wake();
  }

  failed(program: string, error: string): void {
    this.failures.push(`${program}: ${error}`);
    this.#wake();
  }

  async until(isEnough: () => boolean): Promise<void> {
    while (!isEnough()) await new Promise<void>((resolve) => (this.#wake = resolve));
  }
}

describe('ServiceWatch', () => {
  let root: string;
  let watch: ServiceWatch;
  const told = new Told();

  beforeAll(async () => {
    root = aWorkspace();
    mkdirSync(join(root, 'dist/apps'), { recursive: true });
    writeFileSync(join(root, 'dist/apps/.built-from'), 'sources of a whole build');
    watch = await ServiceWatch.start(root);
    watch.tell(told);
  });
  afterAll(async () => {
    await watch.stop();
    rmSync(root, { recursive: true, force: true });
  });

  it('builds everything to begin with, and marks that no whole build did', () => {
    for (const program of PROGRAMS) expect(existsSync(join(root, 'dist/apps', program, 'main.js'))).toBe(true);
    expect(existsSync(join(root, 'dist/apps/.built-from'))).toBe(false);
  });

  it('builds again what a change concerns, and that alone', async () => {
    told.rebuilds.length = 0;
    writeFileSync(join(root, 'libs/contracts/src/index.ts'), `export const word = 'two';\n`);
    await told.until(() => told.rebuilds.includes('users') && told.rebuilds.includes('messages'));
    expect(new Set(told.rebuilds)).toEqual(new Set(['users', 'messages']));
    expect(readFileSync(join(root, 'dist/apps/users/main.js'), 'utf8')).toContain('two');
  });

  it('tells of what does not compile, and leaves the last good build', async () => {
    const good = readFileSync(join(root, 'dist/apps/chatrooms/main.js'), 'utf8');
    appendFileSync(join(root, 'apps/chatrooms/src/main.ts'), 'const = 1;\n');
    await told.until(() => told.failures.length > 0);
    expect(told.failures[0]).toMatch(/^chatrooms: apps\/chatrooms\/src\/main\.ts:2 /);
    expect(readFileSync(join(root, 'dist/apps/chatrooms/main.js'), 'utf8')).toBe(good);
  });
});
