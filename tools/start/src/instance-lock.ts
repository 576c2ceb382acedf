import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf, identify, isAlive, StartupError, type ProcessIdentity } from '@parley/server-embedded';

/** Who runs Parley in this repository, and where. */
export interface Owner extends ProcessIdentity {
  readonly url: string;
}

const ATTEMPTS = 5;

/**
 * Makes this process the only launcher of the repository, until it releases the lock or dies: a lock whose owner is gone
 * is taken over.
 * @returns what releases it
 * @throws StartupError naming the URL of the one that runs.
 */
export function lockInstance(path: string, url: string): () => void {
  const self = identify(process.pid);
  if (self === null) throw new Error('This process has no identity.');
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ ...self, url }), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (wasLinked(draft, path)) return () => releaseLock(path, self);
      const owner = readOwner(path);
      if (owner !== null && isAlive(owner)) {
        throw new StartupError(
          `Parley runs already: open ${owner.url}, or stop it first with Ctrl-C where it was started or "kill ${owner.pid}".`,
        );
      }
      removeStale(path, owner);
    }
    throw new StartupError(`The lock ${path} can't be had: remove it if no Parley runs here.`);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Linking is what the file system does for one of two at the same moment, and with the content complete. */
function wasLinked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Of two that find the same stale lock, the slower one may have got hold of the faster one's new lock: it puts it back. */
function removeStale(path: string, stale: Owner | null): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const taken = readOwner(aside);
  if (taken?.pid !== stale?.pid || taken?.born !== stale?.born) wasLinked(aside, path);
  rmSync(aside, { force: true });
}

function releaseLock(path: string, self: ProcessIdentity): void {
  const owner = readOwner(path);
  if (owner?.pid === self.pid && owner.born === self.born) rmSync(path, { force: true });
}

/** Null for a lock that is gone or damaged. */
function readOwner(path: string): Owner | null {
  try {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof content !== 'object' || content === null) return null;
    const { pid, born, url } = content as Partial<Record<keyof Owner, unknown>>;
    return typeof pid === 'number' && typeof born === 'string' && typeof url === 'string' ? { pid, born, url } : null;
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}
