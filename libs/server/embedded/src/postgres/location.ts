import { createHash } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf, StartupError } from '../startup-error';
import { chooseAccount, mayEnter, type Account } from './account';

/** Where one embedded PostgreSQL keeps its things, and who runs it. */
export interface Location {
  /** The directory asked for: holds the passwords, and the pointer when the rest lives elsewhere. */
  readonly home: string;
  /** What the account can reach: `home` itself, or a directory that stands in for it. */
  readonly base: string;
  /** The database cluster (PGDATA). */
  readonly cluster: string;
  /** Who runs PostgreSQL; undefined: the present user. */
  readonly account: Account | undefined;
  /** Whether the base was bound to the home just now: what lies in it is what a home that was removed has left. */
  readonly isNewlyBound: boolean;
}

/** Directories that root may use when the account can't reach the home, in order of preference: /var/tmp is swept by some systems. */
const STAND_INS = ['/var/lib/parley', '/var/tmp/parley'];
const POINTER = 'location';

/**
 * Finds or makes the place for a cluster. Root's PostgreSQL runs as another account, which may be locked out of the
 * home (a clone under a mode 700 directory): then the cluster goes to a directory outside that is bound to this home
 * by a pointer file in it.
 * @param home an absolute path; made when missing
 * @throws StartupError when there is no place that account can reach.
 */
export function findLocation(home: string): Location {
  makeDirectory(home);
  const pointed = readPointer(home);
  const present = pointed ?? home;
  const account = chooseAccount(lstatSync(clusterIn(present), { throwIfNoEntry: false })?.uid);
  if (account === undefined || mayEnter(account, present))
    return { home, base: present, cluster: clusterIn(present), account, isNewlyBound: false };
  if (pointed !== undefined || existsSync(clusterIn(home))) {
    throw new StartupError(
      `The account "${account.name}", which runs PostgreSQL, may not enter ${present}: let it pass every directory on that path.`,
    );
  }
  const base = makeStandIn(home, account);
  writeFileSync(join(home, POINTER), `${base}\n`, { mode: 0o644 });
  return { home, base, cluster: clusterIn(base), account, isNewlyBound: true };
}

function clusterIn(base: string): string {
  return join(base, 'cluster');
}

/** Passable for all, so that the account gets through to what is its own; nothing in it is readable by others. */
function makeDirectory(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
    if (process.getuid?.() === 0) chmodSync(path, 0o711);
  } catch (error) {
    throw new StartupError(`The directory ${path} can't be made: ${messageOf(error)}.`, { cause: error });
  }
}

function readPointer(home: string): string | undefined {
  const path = join(home, POINTER);
  if (!existsSync(path)) return undefined;
  const base = readFileSync(path, 'utf8').trim();
  if (existsSync(base)) return base;
  throw new StartupError(
    `The database of ${home} lived in ${base}, which is gone: bring it back, or remove ${path} to start with an empty one.`,
  );
}

function makeStandIn(home: string, account: Account): string {
  // The same home leads to the same place, and two clones to two.
  const key = createHash('sha256').update(realpathSync(home)).digest('hex').slice(0, 16);
  for (const parent of STAND_INS) {
    const base = join(parent, key);
    try {
      for (const directory of [parent, base]) makeDirectory(directory);
    } catch {
      continue;
    }
    // Anybody may make directories under /var/tmp: one that is not root's own could be a trap.
    const isOurs = [parent, base].every(
      (directory) => lstatSync(directory).isDirectory() && lstatSync(directory).uid === 0,
    );
    if (isOurs && mayEnter(account, base)) return base;
  }
  throw new StartupError(
    `The account "${account.name}", which runs PostgreSQL for root, can't reach ${home} and no other place could be made under ${STAND_INS.join(' or ')}: move Parley out of the closed directory, or run it as an ordinary user.`,
  );
}
