import { readFileSync } from 'node:fs';

const POLL_MS = 500;

/**
 * Calls back once npm, which runs this, has gone. npm runs scripts by a shell, which dies of SIGTERM without a word to
 * its child; and a kill -9 of npm is told to nobody at all. Run without npm, this process may outlive its parent.
 * @param {() => void} callback
 */
export function whenNpmEnds(callback) {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const grandparent = isShell(parent) ? parentOf(parent) : undefined;
  const timer = setInterval(() => {
    if (process.ppid === parent && (grandparent === undefined || parentOf(parent) === grandparent)) return;
    clearInterval(timer);
    callback();
  }, POLL_MS);
  timer.unref();
}

/** @param {number} pid */
function isShell(pid) {
  return /^\S*sh\0-c\0/.test(readProcess(pid, 'cmdline'));
}

/**
 * @param {number} pid
 * @returns {number | undefined} undefined where that can't be told
 */
function parentOf(pid) {
  const stat = readProcess(pid, 'stat');
  // The program's name, in brackets, may hold blanks; state and parent follow it.
  const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  return Number.isInteger(parent) && parent > 0 ? parent : undefined;
}

/**
 * @param {number} pid
 * @param {string} file
 */
function readProcess(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
