import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

interface Bill {
  readonly bomFormat: string;
  readonly components: readonly {
    readonly name: string;
    readonly version: string;
    readonly scope?: string;
    readonly hashes?: readonly { readonly alg: string }[];
  }[];
}
type Locked = Readonly<Record<'name' | 'version', string | undefined>>;

it('S47: a bill of materials names every package that Parley is made of, by version and hash', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { sbom: string } };
  const [program = '', ...args] = scripts.sbom.split(' ');
  const printed = execFileSync(program, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1_024 * 1_024 });
  const { bomFormat, components } = JSON.parse(printed) as Bill;
  expect(bomFormat).toBe('CycloneDX');

  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  // One that is installed under another name may be called by either.
  const installed = Object.entries(lock.packages).flatMap(([path, { name, version }]) => {
    const place = path.split('node_modules/').at(-1);
    return path === '' ? [] : [[...new Set([place, name ?? place])].map((each) => `${each} ${version}`)];
  });
  expect(installed.length).toBeGreaterThan(100);
  const named = new Set(components.map(({ name, version }) => `${name} ${version}`));
  expect(installed.filter((names) => !names.some((each) => named.has(each)))).toEqual([]);
  const needed = components.filter(({ scope }) => scope === 'required');
  expect(needed.filter(({ hashes = [] }) => !hashes.some(({ alg }) => alg === 'SHA-512'))).toEqual([]);
});
