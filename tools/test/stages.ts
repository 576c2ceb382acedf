import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** One part of the suite: an Nx command. */
export interface Stage {
  readonly title: string;
  readonly nx: readonly string[];
}

/**
 * Test targets are run for real each time: a result from a cache would be a skip that nobody sees. Two projects at once (nx.json), but for those whose tests end and begin
 * processes against a deadline, or ask what is under way in all of PostgreSQL, which say so (`parallelism`).
 */
export const stages: readonly Stage[] = [
  { title: 'types, lint and format', nx: ['run-many', '-t', 'typecheck', 'lint', 'format'] },
  { title: 'units', nx: ['run-many', '-t', 'test', '--skip-nx-cache'] },
  { title: 'the simulation', nx: ['run', 'simulation:run'] },
  { title: 'build', nx: ['run-many', '-t', 'build'] },
  { title: 'integration, on real PostgreSQL and Redis', nx: ['run-many', '-t', 'integration'] },
  { title: 'the system, over several processes', nx: ['run', 'system-e2e:e2e'] },
  { title: 'the browser', nx: ['run', 'web-e2e:e2e'] },
];

/** Nx by its own path: some versions of npm leave out the links of packages whose install scripts nobody has approved. */
function nxProgram(): string {
  const manifest = createRequire(import.meta.url).resolve('nx/package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: { nx: string } };
  return join(dirname(manifest), bin.nx);
}

/** Runs one stage with its output shown as it comes. Answers whether it passed; the tests it ran are noted in `countsFile`. */
export function runStage({ nx }: Stage, countsFile: string): Promise<boolean> {
  const child = spawn(process.execPath, [nxProgram(), ...nx, '--output-style', 'stream'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PARLEY_TEST_COUNTS: countsFile },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code === 0));
  });
}
