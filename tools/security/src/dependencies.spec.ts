import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));
const lock = read('package-lock.json') as {
  packages: Record<string, { version?: string; integrity?: string; optional?: boolean; link?: boolean }>;
};
const manifest = read('package.json') as Record<'dependencies' | 'devDependencies', Record<string, string>>;

/** Whether a version is another one or a later one. */
function isAtLeast(version: string, least: string): boolean {
  const [have, want] = [version, least].map((text) => text.split('.').map(Number));
  for (const [index, part] of (want ?? []).entries()) {
    const mine = have?.[index] ?? 0;
    if (mine !== part) return mine > part;
  }
  return true;
}

it('S47: every dependency is named by one version', () => {
  const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

it('S47: whatever is installed is what the lock file has the hash of', () => {
  const installed = Object.entries(lock.packages).filter(([path, { optional }]) => path !== '' && optional !== true);
  expect(installed.length).toBeGreaterThan(100);
  expect(installed.filter(([, { integrity = '' }]) => !integrity.startsWith('sha512-'))).toEqual([]);
});

it.each([
  ['ws', '8.21.0'],
  ['@nestjs/microservices', '11.1.19'],
  ['socket.io-parser', '4.2.4'],
  ['engine.io', '6.6.2'],
])('S23, S24, S30, S47: no %s is older than %s, which has its holes mended', (name, least) => {
  const copies = Object.entries(lock.packages).filter(([path]) => path.endsWith(`node_modules/${name}`));
  expect(copies.length).toBeGreaterThan(0);
  expect(copies.filter(([, { version = '0' }]) => !isAtLeast(version, least))).toEqual([]);
});

/** What looks like a credential. */
const CREDENTIALS = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----\n[A-Za-z0-9+/=\n]{40,}/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
  /\bxox[abpr]-[A-Za-z0-9-]{10,}/,
  /\bnpm_[A-Za-z0-9]{36}\b/,
  /\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{20,}/,
  /\bparley_[\w-]{22}(?!_{10})[A-Za-z0-9]{20}[\w-]{23}\b/,
  /\$argon2id\$v=\d+\$m=\d+,t=\d+,p=\d+\$[A-Za-z0-9+/]{16,}\$/,
];

it('S47: no file of ours holds a credential', () => {
  const files = globSync(
    ['{apps,libs,tools,docs,docker}/**/*.{ts,js,mjs,json,md,html,css,yml,yaml,cfg,sh,env}', '*.*', '.ci/*'],
    {
      cwd: root,
      exclude: (entry) => ['node_modules', 'dist', 'tmp', 'package-lock.json'].includes(entry),
    },
  );
  expect(files.length).toBeGreaterThan(500);
  const found = files.filter((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return CREDENTIALS.some((pattern) => pattern.test(text));
  });
  expect(found).toEqual([]);
});
