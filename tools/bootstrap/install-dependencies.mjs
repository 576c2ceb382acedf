import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

/** What the dependencies take on disk, with room for npm's own copies of them. */
const NEEDED_MB = 2_500;
const HEARTBEAT_MS = 15_000;

/**
 * Installs the dependencies unless they are there, exactly as locked. Throws an Error with one sentence for people.
 * @param {string} workspace
 */
export async function installDependencies(workspace) {
  if (isInstalled(workspace)) return;
  const { bavail, bsize } = statfsSync(workspace);
  const freeMb = Math.floor((bavail * bsize) / 2 ** 20);
  if (freeMb < NEEDED_MB)
    throw new Error(
      `Only ${freeMb} MB are free on the disk that holds ${workspace}: installing needs ${NEEDED_MB} MB.`,
    );
  console.log('\n  Installing the dependencies; once, and it takes a minute or two …\n');
  const beganAt = Date.now();
  const heartbeat = setInterval(() => console.log(`  still installing (${seconds(beganAt)} s)`), HEARTBEAT_MS);
  try {
    const code = await runNpm(workspace, [
      'ci',
      '--include=dev',
      '--include=optional',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ]);
    if (code !== 0)
      throw new Error(
        `npm could not install the dependencies (exit code ${code}); what it said is above. Is the npm registry in reach?`,
      );
  } finally {
    clearInterval(heartbeat);
  }
  console.log(`\n  Installed in ${seconds(beganAt)} s.`);
}

/**
 * Whether everything in the lock is installed, as npm notes it in `node_modules/.package-lock.json` at the end of an
 * installation. Optional packages of other platforms never are.
 * @param {string} workspace
 */
export function isInstalled(workspace) {
  const installed = readPackages(join(workspace, 'node_modules', '.package-lock.json'));
  const locked = readPackages(join(workspace, 'package-lock.json'));
  if (installed === null || locked === null) return false;
  return Object.entries(locked).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true;
    const present = installed[path];
    return present === undefined ? optional === true || devOptional === true : present.version === version;
  });
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> | null}
 */
function readPackages(path) {
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/**
 * @param {string} workspace
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
function runNpm(workspace, args) {
  // Under "npm start" npm says where it is itself; run by hand it is looked for on the PATH.
  const npm = process.env['npm_execpath'] ?? '';
  const [command, before] = npm.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...before, ...args], { cwd: workspace, stdio: ['ignore', 'inherit', 'inherit'] });
    const forward = (signal) => child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, forward);
    child.once('error', (error) => reject(new Error(`npm can't be run: ${error.message}.`)));
    child.once('exit', (code, signal) => {
      for (const one of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(one, forward);
      if (signal !== null) process.exit(130);
      resolve(code ?? 1);
    });
  });
}

/** @param {number} since */
function seconds(since) {
  return Math.round((Date.now() - since) / 1_000);
}
