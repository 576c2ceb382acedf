/**
 * Completes package-lock.json so that `npm ci` accepts it everywhere.
 *
 * npm leaves an optional package out of the lock when the registry did not serve it at the time (packages for other
 * platforms, mostly), and `npm ci` then refuses the whole lock: "Missing: @swc/core-darwin-arm64". An entry with the
 * pinned version and the platform is enough: npm fetches it on that platform alone.
 *
 * Run after every `npm install` that changes the lock: `npm run lock:complete`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** The part of a `packages` entry of a version 3 lock that this file reads or writes. */
export interface LockEntry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly peer?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** `packages` of a lock: install path (`node_modules/a/node_modules/b`) → entry. */
export type LockPackages = Readonly<Record<string, LockEntry>>;

/** An optional package that its parent pins and the lock does not hold. */
export interface MissingOptional {
  /** Where the entry belongs: beside its parent, so that no other version can shadow it. */
  readonly path: string;
  readonly name: string;
  /** The parent's range; exact for platform packages. */
  readonly range: string;
  readonly parent: string;
}

const platforms: readonly string[] = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'openharmony', 'sunos', 'win32'];
const cpus: Readonly<Record<string, string>> = { armv7: 'arm', wasm32: 'wasm32' };
const knownCpus: readonly string[] = [
  ...['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'],
  ...Object.keys(cpus),
];

/** `a/node_modules/b` → `a`; a top-level path → the root (''). */
function enclosing(path: string): string {
  const at = path.lastIndexOf('node_modules/');
  return at <= 0 ? '' : path.slice(0, at - 1);
}

function resolves(packages: LockPackages, from: string, name: string): boolean {
  for (let folder = from; ; folder = enclosing(folder)) {
    const prefix = folder === '' ? '' : `${folder}/`;
    if (packages[`${prefix}node_modules/${name}`] !== undefined) return true;
    if (folder === '') return false;
  }
}

/** Every optional dependency that some entry names and the lock cannot resolve. */
export function missingOptionals(packages: LockPackages): readonly MissingOptional[] {
  return Object.entries(packages).flatMap(([parent, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !resolves(packages, parent, name))
      .map(([name, range]) => {
        const beside = enclosing(parent);
        return { path: `${beside === '' ? '' : `${beside}/`}node_modules/${name}`, name, range, parent };
      }),
  );
}

/**
 * The platform that a binary package's name tells (`@swc/core-linux-arm64-gnu`).
 * @throws when the name tells neither system nor processor, or the range is not an exact version: such a package would
 * be fetched on every machine, so a person has to look.
 */
export function entryFor(missing: MissingOptional, parent: LockEntry): LockEntry {
  const parts = missing.name.split('/').at(-1)?.split(/[-.]/) ?? [];
  const os = parts.filter((part) => platforms.includes(part));
  const cpu = parts.filter((part) => knownCpus.includes(part)).map((part) => cpus[part] ?? part);
  if (cpu.length !== 1 || os.length > 1 || !/^\d+\.\d+\.\d+/.test(missing.range)) {
    throw new Error(`${missing.parent} wants ${missing.name}@${missing.range}, which is not a platform package`);
  }
  const libc = parts.includes('musl') ? ['musl'] : os[0] === 'linux' && parts.includes('gnu') ? ['glibc'] : [];
  return {
    version: missing.range,
    cpu,
    ...(parent.dev === undefined ? {} : { dev: parent.dev }),
    ...(libc.length === 0 ? {} : { libc }),
    optional: true,
    ...(os.length === 0 ? {} : { os }),
  };
}

/** The lock's packages with every missing platform package added, in npm's order. */
export function completed(packages: LockPackages): LockPackages {
  const added = missingOptionals(packages).map((missing): [string, LockEntry] => [
    missing.path,
    entryFor(missing, packages[missing.parent] ?? {}),
  ]);
  const entries = [...Object.entries(packages), ...added];
  return Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b, 'en')));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const file = new URL('../../package-lock.json', import.meta.url);
  const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: LockPackages };
  const before = Object.keys(lock.packages).length;
  lock.packages = completed(lock.packages);
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`package-lock.json: ${Object.keys(lock.packages).length - before} platform packages added`);
}
