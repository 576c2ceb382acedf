import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The oldest Node that this bootstrap and `npm ci` work on, and the one that Parley itself runs on. */
const OLDEST_HOST = [20, 19];
const PROJECT_MAJOR = 24;

/** Throws an Error with one sentence for people when the host's Node or package manager will not do. */
export function checkHost() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_HOST[0] || (major === OLDEST_HOST[0] && minor < OLDEST_HOST[1])) {
    throw new Error(
      `Parley needs Node ${OLDEST_HOST.join('.')} or newer to begin with, and this is ${process.versions.node}: see https://nodejs.org.`,
    );
  }
  if (process.platform === 'win32') throw new Error('Parley runs on Linux and macOS; on Windows, start it inside WSL.');
  const agent = process.env['npm_config_user_agent'] ?? 'npm/10';
  const npm = /^npm\/(\d+)/.exec(agent);
  if (npm === null)
    throw new Error(`Parley's dependencies are locked for npm: use "npm start" instead of ${agent.split('/')[0]}.`);
  if (Number(npm[1]) < 9)
    throw new Error(
      `Parley needs npm 9 or newer, and this is ${agent.split(' ')[0]}: "npm install --global npm" brings one.`,
    );
}

/**
 * The Node binary that Parley runs on: the one among the dependencies, or the host's where that is new enough.
 * @param {string} workspace
 * @returns {string} its path
 */
export function findProjectNode(workspace) {
  const own = join(workspace, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  for (const node of [own, process.execPath]) {
    if (existsSync(node) && majorOf(node) >= PROJECT_MAJOR) return node;
  }
  throw new Error(
    `Parley runs on Node ${PROJECT_MAJOR}, which could not be installed for ${process.platform} ${process.arch}: install Node ${PROJECT_MAJOR} or newer and start again.`,
  );
}

/** @param {string} node */
function majorOf(node) {
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8', timeout: 10_000 });
  return Number(/^v(\d+)/.exec(stdout ?? '')?.[1] ?? 0);
}
