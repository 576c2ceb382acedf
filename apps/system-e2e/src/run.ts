import { MODERATOR } from './support/moderator';
import { outboxIn } from '@parley/server-system';
import { startIssuer, throwAwaySystem } from '@parley/testing';
import { spawn } from 'node:child_process';
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
    ...process.argv.slice(2),
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
// Before the system's own end, which ends this process too.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.prependOnceListener(signal, () => jest.kill(signal));
process.exitCode = await new Promise<number>((resolve) => jest.once('exit', (code) => resolve(code ?? 1)));
await stop();
await issuer.close();
