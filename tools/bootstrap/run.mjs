/**
 * `node tools/bootstrap/run.mjs PROGRAM.ts [ARGUMENT …]`: installs what is missing and hands over to a program of the repository's own, on the project's
 * Node. Plain JavaScript without dependencies: it runs on whatever Node the machine has, before anything is installed.
 */
import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installDependencies } from './install-dependencies.mjs';
import { checkHost, findProjectNode } from './node-versions.mjs';
import { whenNpmEnds } from './parent-watch.mjs';

const workspace = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const [program = '', ...programArguments] = process.argv.slice(2);

/** @param {string} node the Node binary to run it on */
function runProgram(node) {
  const child = spawn(node, ['--import', 'tsx', join(workspace, program), ...programArguments], {
    cwd: workspace,
    env: {
      ...process.env,
      TSX_TSCONFIG_PATH: join(workspace, 'tsconfig.base.json'),
      // What the program runs in turn is found on the project's Node too.
      PATH: [join(workspace, 'node_modules', '.bin'), dirname(node), process.env['PATH']].join(delimiter),
    },
    // By the channel the program notices when this process is killed, and stops everything in order.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  whenNpmEnds(() => child.kill('SIGTERM'));
  child.once('error', (error) => fail(`${program} can't be run: ${error.message}.`));
  child.once('exit', (code) => process.exit(code ?? 1));
}

/** @param {string} sentence */
function fail(sentence) {
  console.error(`\n  ${sentence}\n`);
  process.exit(1);
}

try {
  checkHost();
  await installDependencies(workspace);
  runProgram(findProjectNode(workspace));
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
