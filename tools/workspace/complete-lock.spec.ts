import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { completed, entryFor, missingOptionals, type LockPackages } from './complete-lock';

const lock: LockPackages = {
  '': {},
  'node_modules/compiler': {
    version: '1.2.3',
    dev: true,
    optionalDependencies: { 'compiler-darwin-arm64': '1.2.3', 'compiler-linux-x64-musl': '1.2.3' },
  },
  'node_modules/compiler-linux-x64-musl': { version: '1.2.3', optional: true },
};

describe('completing the lock', () => {
  it('adds what another platform would install, and nothing else', () => {
    const added = completed(lock);
    expect(added['node_modules/compiler-darwin-arm64']).toEqual({
      ...{ version: '1.2.3', dev: true, optional: true, cpu: ['arm64'], os: ['darwin'] },
    });
    expect(Object.keys(added)).toHaveLength(Object.keys(lock).length + 1);
    expect(completed(added)).toEqual(added);
  });

  it('finds a package beside its parent before it looks further up', () => {
    const nested: LockPackages = {
      'node_modules/a/node_modules/b': { optionalDependencies: { 'b-win32-x64': '1.0.0' } },
      'node_modules/a/node_modules/b-win32-x64': { version: '1.0.0' },
      'node_modules/c/node_modules/b': { optionalDependencies: { 'b-win32-x64': '2.0.0' } },
    };
    expect(missingOptionals(nested).map(({ path }) => path)).toEqual(['node_modules/c/node_modules/b-win32-x64']);
  });

  it.each([
    ['@swc/core-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'] }],
    ['@unrs/resolver-binding-linux-x64-gnu', { os: ['linux'], cpu: ['x64'], libc: ['glibc'] }],
    ['@oxc-parser/binding-linux-arm-musleabihf', { os: ['linux'], cpu: ['arm'] }],
    ['@oxc-parser/binding-wasm32-wasi', { cpu: ['wasm32'] }],
  ])('reads the platform of %s', (name, platform) => {
    const entry = entryFor({ path: '', name, range: '1.0.0', parent: 'p' }, {});
    expect(entry).toEqual({ version: '1.0.0', optional: true, ...platform });
  });

  it.each([
    ['fsevents', '2.3.3'],
    ['x-linux-x64', '^1.0.0'],
  ])('leaves %s@%s to a person', (name, range) => {
    expect(() => entryFor({ path: '', name, range, parent: 'p' }, {})).toThrow('not a platform package');
  });

  it('S47: has been done to this workspace', () => {
    const own = JSON.parse(readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8')) as {
      packages: LockPackages;
    };
    expect(missingOptionals(own.packages)).toEqual([]);
    expect(Object.values(own.packages).filter((entry) => 'resolved' in entry)).toEqual([]);
  });
});
