import { MODERATOR } from './support/moderator';
import { outboxIn } from '@parley/server-system';
import { startIssuer, throwAwaySystem } from '@parley/testing';
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/**
 * Starts the built system with two gateways, and an issuer by which one can sign in to it, and runs the suites against it. The system outlives the suites by nothing: it is stopped however they end.
 * Arguments go to Jest: `nx system-e2e -- contract/live`.
 */
const root = join(import.meta.dirname, '../../..');
const issuer = await startIssuer();
const { places, dataDir, stop } = await throwAwaySystem({
  ...{ gateways: 2, distDir: join(root, 'dist') },
  extraEnv: { users: { MODERATORS: MODERATOR, ...issuer.environment } },
});
await issuer.trust(`${places.origin}/login/oidc`);

const running = new Set<ChildProcess>();

/** Runs Jest over some of the suites, one after the other; answers its exit code. */
function run(suites: readonly string[]): Promise<number> {
  const jest = spawn(
    process.execPath,
    [
      ...[
        '--experimental-vm-modules',
        '--disable-warning=ExperimentalWarning',
        join(root, 'node_modules/jest/bin/jest.js'),
      ],
      ...[
        '--config',
        'jest.config.ts',
        '--rootDir',
        'apps/system-e2e',
        '--testMatch',
        '**/*.e2e-spec.ts',
        '--runInBand',
        // Some specs run a front and links in this process. Node, asked to end by itself, has been seen to wait for ever for a request of theirs.
        '--forceExit',
        '--testTimeout',
        '120000',
      ],
      ...suites,
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        PARLEY_E2E_OUTBOX: outboxIn(dataDir),
        PARLEY_E2E_ORIGIN: places.origin,
        PARLEY_E2E_GATEWAYS: places.gateways.join(','),
        PARLEY_E2E_LOGS: join(dataDir, 'logs'),
      },
    },
  );
  running.add(jest);
  return new Promise((resolve) =>
    jest.once('exit', (code) => {
      running.delete(jest);
      resolve(code ?? 1);
    }),
  );
}

/** All suites: those that wait most of the time, on systems of their own, beside those that ask questions; then what measures, and what bears down on a system, by itself. */
async function runAll(): Promise<number> {
  const codes = await Promise.all([run(['src/cluster/']), run(['src/contract/'])]);
  codes.push(await run(['--testPathIgnorePatterns', '/node_modules/', '/dist/', 'src/(cluster|contract)/']));
  return codes.find((code) => code !== 0) ?? 0;
}

// Before the system's own end, which ends this process too.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.prependOnceListener(signal, () => running.forEach((jest) => jest.kill(signal)));
const given = process.argv.slice(2);
process.exitCode = await (given.length > 0 ? run(given) : runAll());
await stop();
await issuer.close();
