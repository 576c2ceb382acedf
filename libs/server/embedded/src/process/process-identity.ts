import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * A process and nothing else: a bare pid may be given to a stranger once its owner has died, so it is kept together
 * with the moment of its birth. `born` is an opaque string, unique over reboots on Linux.
 */
export interface ProcessIdentity {
  readonly pid: number;
  readonly born: string;
}

/** The identity of a living process, or null when there is none by that pid (a zombie counts as dead). */
export function identify(pid: number): ProcessIdentity | null {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  const born = process.platform === 'linux' ? bornByProcfs(pid) : bornByPs(pid);
  return born === null ? null : { pid, born };
}

/** Whether that very process still runs; a stranger that got its pid does not count. */
export function isAlive(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.born === identity.born;
}

/** The command line of a living process, arguments separated by blanks; '' when it cannot be read. */
export function commandLineOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return ps(pid, 'command=');
  } catch {
    return '';
  }
}

function bornByProcfs(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may hold blanks and brackets itself: count from its end.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, startTicks] = [fields[0], fields[19]];
    if (startTicks === undefined || state === 'Z' || state === 'X') return null;
    return `${bootId()}:${startTicks}`;
  } catch {
    return null;
  }
}

function bornByPs(pid: number): string | null {
  try {
    const [state = '', ...started] = ps(pid, 'state=,lstart=').split(/\s+/);
    return state === '' || state.startsWith('Z') ? null : started.join(' ');
  } catch {
    return null;
  }
}

function ps(pid: number, format: string): string {
  return execFileSync('ps', ['-p', String(pid), '-o', format], {
    encoding: 'utf8',
    timeout: 5_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}

let bootIdentifier: string | undefined;

/** Start times are counted from boot, so those of two boots may coincide; the kernel names each boot. */
function bootId(): string {
  bootIdentifier ??= readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return bootIdentifier;
}
