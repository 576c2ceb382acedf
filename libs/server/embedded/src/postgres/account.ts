import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { StartupError } from '../startup-error';

/** An account of this machine, as PostgreSQL needs it: it refuses to run as root. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The account made where root has no better one to choose. */
const OWN_ACCOUNT = 'parley';
const COMMAND_DEADLINE_MS = 20_000;

/**
 * Chooses who runs PostgreSQL: undefined (whoever we are) for an ordinary user; for root the owner of the data if there
 * are any, else `postgres`, else a system account of our own, made if need be, else `nobody`.
 * @param ownerUid the owner of an existing data directory
 * @throws StartupError when root has nobody to run it as.
 */
export function chooseAccount(ownerUid: number | undefined): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const present = accounts();
  const owner = present.find(({ uid }) => uid === ownerUid && uid !== 0);
  const account =
    owner ?? named(present, 'postgres') ?? named(present, OWN_ACCOUNT) ?? makeAccount() ?? named(present, 'nobody');
  if (account !== undefined) return account;
  throw new StartupError(
    'PostgreSQL refuses to run as root and no other account could be found or made: run Parley as an ordinary user, or create an account named "parley".',
  );
}

/** Whether that account may enter a directory: the path's every part must let it through. */
export function mayEnter(account: Account, directory: string): boolean {
  const { uid, gid } = account;
  const { status } = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', directory], {
    cwd: '/',
    uid,
    gid,
    stdio: 'ignore',
    timeout: COMMAND_DEADLINE_MS,
  });
  return status === 0;
}

function named(present: readonly Account[], name: string): Account | undefined {
  return present.find((account) => account.name === name && account.uid !== 0);
}

function makeAccount(): Account | undefined {
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', OWN_ACCOUNT], {
    stdio: 'ignore',
    timeout: COMMAND_DEADLINE_MS,
  });
  return named(accounts(), OWN_ACCOUNT);
}

function accounts(): Account[] {
  return parseAccounts(readFileSync('/etc/passwd', 'utf8'));
}

/** Reads the accounts from the text of a passwd file; lines that are none are passed over. */
export function parseAccounts(passwd: string): Account[] {
  return passwd.split('\n').flatMap((line) => {
    const [name = '', , uid = '', gid = ''] = line.split(':');
    return name !== '' && /^\d+$/.test(uid) && /^\d+$/.test(gid) ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}
