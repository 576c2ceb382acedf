import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = 'tools/some/main.ts';
const lock = {
  packages: {
    '': { name: 'parley' },
    'node_modules/needed': { version: '1.0.0' },
    'node_modules/elsewhere': { version: '2.0.0', optional: true },
  },
};

/** A repository as it is cloned: the bootstrap, a lock, and a program that says what it was given. */
function aClone(): string {
  const root = mkdtempSync(join(tmpdir(), 'parley-clone-'));
  cpSync(import.meta.dirname, join(root, 'tools/bootstrap'), {
    recursive: true,
    filter: (path) => !path.endsWith('.ts'),
  });
  mkdirSync(join(root, 'tools/some'), { recursive: true });
  writeFileSync(
    join(root, program),
    `console.log('launched', process.version, process.cwd(), ...process.argv.slice(2));`,
  );
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify(lock));
  mkdirSync(join(root, 'bin'));
  return root;
}

/** What npm leaves behind when it has installed `packages`. */
function install(root: string, packages: object): void {
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
}

/** An npm that notes that it was called and then runs a script. */
function anNpm(root: string, script: string): void {
  const path = join(root, 'bin/npm');
  writeFileSync(path, `#!/bin/sh\necho "npm $*" >> ${join(root, 'npm.log')}\n${script}\n`);
  chmodSync(path, 0o755);
}

/** Modules are found from the clone, which has none: tsx is put where its name is looked for. */
function giveTsx(root: string): void {
  mkdirSync(join(root, 'node_modules/tsx'), { recursive: true });
  writeFileSync(join(root, 'node_modules/tsx/package.json'), '{ "type": "module", "exports": "./index.js" }');
  writeFileSync(join(root, 'node_modules/tsx/index.js'), '');
}

async function bootstrap(
  root: string,
  env: Readonly<Record<string, string>> = {},
  argv: readonly string[] = [],
): Promise<{ code: number; text: string }> {
  giveTsx(root);
  return new Promise((resolve) => {
    const options = { env: { PATH: `${join(root, 'bin')}:/usr/bin:/bin`, ...env } };
    execFile(
      process.execPath,
      [join(root, 'tools/bootstrap/run.mjs'), program, ...argv],
      options,
      (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, text: stdout + stderr });
      },
    );
  });
}

describe('the bootstrap', () => {
  let root: string;

  beforeEach(() => {
    root = aClone();
    anNpm(root, 'exit 9');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('hands over at once where everything is installed, with the arguments', async () => {
    install(root, { 'node_modules/needed': { version: '1.0.0' } });
    const { code, text } = await bootstrap(root, {}, ['--gateways', '3']);
    expect(text).toBe(`launched ${process.version} ${root} --gateways 3\n`);
    expect(code).toBe(0);
    expect(existsSync(join(root, 'npm.log'))).toBe(false);
  });

  it.each([
    ['nothing is', undefined],
    ['a package is missing', {}],
    ['a package is of another version', { 'node_modules/needed': { version: '0.9.0' } }],
  ])('installs exactly what is locked where %s', async (_, packages) => {
    if (packages !== undefined) install(root, packages);
    anNpm(root, 'exit 0');
    const { text } = await bootstrap(root);
    expect(readFileSync(join(root, 'npm.log'), 'utf8')).toMatch(/^npm ci --include=dev --include=optional /);
    expect(text).toContain('Installing the dependencies');
    expect(text).toContain('launched');
  });

  it('says in one sentence that npm failed', async () => {
    const { code, text } = await bootstrap(root);
    expect(code).toBe(1);
    expect(text).toContain('npm could not install the dependencies (exit code 9)');
    expect(text).not.toContain('launched');
  });

  it.each([
    ['pnpm/9.0.0 npm/? node/v20', 'use "npm start" instead of pnpm'],
    ['npm/8.19.0 node/v20', 'Parley needs npm 9 or newer, and this is npm/8.19.0'],
  ])('says in one sentence that %s will not do', async (agent, sentence) => {
    const { code, text } = await bootstrap(root, { npm_config_user_agent: agent });
    expect(code).toBe(1);
    expect(text).toContain(sentence);
    expect(text.trim().split('\n')).toHaveLength(1);
  });

  it('passes on how the launcher ended', async () => {
    install(root, { 'node_modules/needed': { version: '1.0.0' } });
    writeFileSync(join(root, program), 'process.exit(7);');
    expect((await bootstrap(root)).code).toBe(7);
  });

  it('has the program end when npm is killed', async () => {
    install(root, { 'node_modules/needed': { version: '1.0.0' } });
    giveTsx(root);
    const ends = `process.on('SIGTERM', () => { console.log('ended'); process.exit(); });`;
    writeFileSync(join(root, program), `${ends} console.log('up'); setInterval(() => undefined, 1_000);`);
    const command = `${process.execPath} ${join(root, 'tools/bootstrap/run.mjs')} ${program}; true`;
    const options = { env: { PATH: process.env['PATH'], npm_lifecycle_event: 'start' }, stdio: 'pipe' } as const;
    const npm = spawn('sh', ['-c', command], options);
    let text = '';
    npm.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text === 'up\n') npm.kill('SIGKILL');
    });
    // Closed when the last process that could write to it is gone.
    await once(npm.stdout, 'close');
    expect(text).toBe('up\nended\n');
  });
});
