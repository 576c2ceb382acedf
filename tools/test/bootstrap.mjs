/**
 * `npm test`: installs what is missing and hands over to the suite, on the project's own Node. Plain JavaScript without dependencies: it runs on
 * whatever Node the machine has, before anything is installed.
 */
import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installDependencies } from '../start/bootstrap/install-dependencies.mjs';
import { checkHost, findProjectNode } from '../start/bootstrap/node-versions.mjs';

const workspace = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

try {
  checkHost();
  await installDependencies(workspace);
  const node = findProjectNode(workspace);
  const suite = spawn(node, ['--import', 'tsx', join(workspace, 'tools/test/main.ts'), ...process.argv.slice(2)], {
    cwd: workspace,
    stdio: 'inherit',
    env: {
      ...process.env,
      TSX_TSCONFIG_PATH: join(workspace, 'tsconfig.base.json'),
      // What the stages run, and what that runs, is found on the project's Node too.
      PATH: [join(workspace, 'node_modules/.bin'), dirname(node), process.env['PATH']].join(delimiter),
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => suite.kill(signal));
  suite.once('exit', (code) => process.exit(code ?? 1));
} catch (error) {
  console.error(`\n  ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
