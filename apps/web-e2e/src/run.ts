import { findChromium, startIssuer, throwAwaySystem, type ThrowAwayOptions } from '@parley/testing';
import { outboxIn, type RunningSystem } from '@parley/server-system';
import { execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { OperatorDesk } from './support/operator-desk';
import { surroundings, type SystemUnderTest } from './support/surroundings';

/**
 * Starts the built system twice, with one gateway, and with three and an issuer by which one can sign in, and runs the suites in the system's Chromium against
 * them. Nothing outlives the suites, however they end. Arguments go to Playwright: `nx e2e web-e2e -- -g draft`. With `--pictures` the first of them is filled with
 * the sandbox, and what is run is what takes pictures of every view: `nx screenshots web-e2e -- -g phone`.
 */
const root = join(import.meta.dirname, '../../..');
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const ends: (() => Promise<void> | void)[] = [];
const abort = new AbortController();
const takesPictures = process.argv.includes('--pictures');
const forPlaywright = process.argv.slice(2).filter((argument) => argument !== '--pictures');
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => abort.abort(signal));

/** A system of its own for the tests. */
async function underTest(
  gateways: number,
  desk: OperatorDesk,
  extraEnv: ThrowAwayOptions['extraEnv'] = {},
): Promise<SystemUnderTest> {
  const { places, system, dataDir, stop } = await throwAwaySystem({ gateways, distDir: join(root, 'dist'), extraEnv });
  ends.push(stop);
  if (takesPictures && gateways === 1) await fill(system);
  const gatewayMetrics = Array.from({ length: gateways }, (_, index) => {
    const port = system.processes.get(`realtime-gateway-${index + 1}`)?.plan.env['OPS_PORT'];
    return `http://127.0.0.1:${port}/metrics`;
  });
  return { places, gatewayMetrics, operator: desk.add(system), outbox: outboxIn(dataDir) };
}

/** Fills a system with the sandbox, as `npm start` does. */
async function fill({ callEnv }: RunningSystem): Promise<void> {
  say('Filling the sandbox…');
  const seeder = ['--import', 'tsx', join(root, 'tools/seed/src/main.ts')];
  await promisify(execFile)(process.execPath, seeder, { cwd: root, env: { ...callEnv } });
}

/** Runs Playwright to its end; answers its exit code. */
async function runSuites(env: NodeJS.ProcessEnv): Promise<number> {
  const config = takesPictures ? 'pictures.config.ts' : 'playwright.config.ts';
  const playwright = spawn(
    process.execPath,
    [
      join(root, 'node_modules/@playwright/test/cli.js'),
      ...['test', '--config', join(root, 'apps/web-e2e', config)],
      ...forPlaywright,
    ],
    { cwd: root, stdio: 'inherit', env: { ...process.env, NODE_OPTIONS: '', ...env } },
  );
  abort.signal.addEventListener('abort', () => playwright.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    playwright.once('error', reject);
    playwright.once('exit', (code) => resolve(code ?? 1));
  });
}

try {
  const chromium = await findChromium(say);
  const desk = await OperatorDesk.open();
  ends.push(() => desk.close());
  const issuer = await startIssuer();
  ends.push(() => issuer.close());
  const [one, three] = [await underTest(1, desk), await underTest(3, desk, { users: issuer.environment })];
  await issuer.trust(`${three.places.origin}/login/oidc`);
  process.exitCode = abort.signal.aborted ? 1 : await runSuites(surroundings({ one, three }, chromium));
} finally {
  for (const end of ends.reverse()) await end();
}
