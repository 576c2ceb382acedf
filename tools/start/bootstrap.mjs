/**
 * `npm start`: brings what the launcher needs and hands over to it. Plain JavaScript without dependencies: it runs on
 * whatever Node the machine has, before anything is installed.
 */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installDependencies } from './bootstrap/install-dependencies.mjs';
import { checkHost, findProjectNode } from './bootstrap/node-versions.mjs';
import { whenNpmEnds } from './bootstrap/parent-watch.mjs';

const workspace = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** @param {string} node the Node binary to run it on */
function runLauncher(node) {
  const launcher = spawn(
    node,
    ['--import', 'tsx', join(workspace, 'tools/start/src/main.ts'), ...process.argv.slice(2)],
    {
      cwd: workspace,
      env: { ...process.env, TSX_TSCONFIG_PATH: join(workspace, 'tsconfig.base.json') },
      // By the channel the launcher notices when this process is killed, and stops everything in order.
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => launcher.kill(signal));
  whenNpmEnds(() => launcher.kill('SIGTERM'));
  launcher.once('error', (error) => fail(`The launcher can't be run: ${error.message}.`));
  launcher.once('exit', (code) => process.exit(code ?? 1));
}

/** @param {string} sentence */
function fail(sentence) {
  console.error(`\n  ${sentence}\n`);
  process.exit(1);
}

try {
  checkHost();
  await installDependencies(workspace);
  runLauncher(findProjectNode(workspace));
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
