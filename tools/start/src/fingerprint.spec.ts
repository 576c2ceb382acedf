import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fingerprint } from './fingerprint';

describe('fingerprint', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'parley-sources-'));
    for (const path of ['apps/users/src/main.ts', 'libs/contracts/src/index.ts', 'package-lock.json']) write(path);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  function write(path: string): void {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), path);
  }

  it('stays the same while nothing changes', () => {
    expect(fingerprint(root)).toBe(fingerprint(root));
  });

  it.each([
    'apps/users/src/new.ts',
    'libs/server/rpc/src/index.ts',
    'apps/web/src/styles.css',
    'tools/build/x.ts',
    'nx.json',
  ])('changes with %s', (path) => {
    const before = fingerprint(root);
    write(path);
    expect(fingerprint(root)).not.toBe(before);
  });

  it('changes when a file is written, or removed', () => {
    const before = fingerprint(root);
    utimesSync(join(root, 'package-lock.json'), 1, 1);
    const written = fingerprint(root);
    expect(written).not.toBe(before);
    rmSync(join(root, 'package-lock.json'));
    expect(fingerprint(root)).not.toBe(written);
  });

  it.each([
    'apps/users/src/main.spec.ts',
    'apps/users/src/main.int-spec.ts',
    'apps/web-e2e/src/chat.ts',
    'docs/a.md',
    'tools/start/x.ts',
    'libs/contracts/README.md',
  ])('does not care for %s', (path) => {
    const before = fingerprint(root);
    write(path);
    expect(fingerprint(root)).toBe(before);
  });
});
