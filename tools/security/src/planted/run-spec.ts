import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { patternOf } from './plant';

/** How the tests of a run ended. `unrun`: none did, since the spec could not be loaded or none has that title. */
export type Ending =
  { readonly kind: 'passed' } | { readonly kind: 'unrun' | 'failed' | 'broke'; readonly why: string };

/** Longer than any of the specs takes on a busy machine. */
const PATIENCE_MS = 300_000;
const ReportSchema = z.object({
  testResults: z.array(
    z.object({
      message: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), failureMessages: z.array(z.string()) })),
    }),
  ),
});

/**
 * Runs the tests of one spec that have one of the titles. One that fails has `failed` where an expectation was not met, and `broke` where it
 * ended in any other way.
 * @param root of the workspace that the spec is in
 */
export async function runSpec(root: string, spec: string, titles: readonly string[]): Promise<Ending> {
  const report = join(root, 'tmp', 'planted.json');
  await mkdir(dirname(report), { recursive: true });
  await rm(report, { force: true });
  await jest(root, spec, titles, report);
  if (!existsSync(report)) return { kind: 'unrun', why: 'Jest reported nothing' };
  const { testResults } = ReportSchema.parse(JSON.parse(await readFile(report, 'utf8')));
  const ran = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status !== 'pending');
  if (ran.length === 0) return { kind: 'unrun', why: testResults[0]?.message ?? 'no test has this title' };
  const failures = ran.filter(({ status }) => status === 'failed').flatMap(({ failureMessages }) => failureMessages);
  if (failures.length === 0) return { kind: 'passed' };
  const unmet = failures.find((message) => /\bexpect\(/.test(message));
  return unmet === undefined ? { kind: 'broke', why: failures[0] ?? '' } : { kind: 'failed', why: unmet };
}

/** Resolves when Jest has ended, whatever became of the tests. */
function jest(root: string, spec: string, titles: readonly string[], report: string): Promise<void> {
  const isWeb = /^(libs|apps)\/web\//.test(spec);
  const child = spawn(
    process.execPath,
    [
      join(root, 'node_modules/jest/bin/jest.js'),
      ...['--config', isWeb ? 'jest.web.config.ts' : 'jest.config.ts', '--rootDir', projectOf(root, spec)],
      ...['--testMatch', `**/${basename(spec)}`, '--testNamePattern', titles.map(patternOf).join('|')],
      ...['--runInBand', '--ci', '--silent', '--json', '--outputFile', report],
    ],
    {
      cwd: root,
      stdio: 'ignore',
      timeout: PATIENCE_MS,
      killSignal: 'SIGKILL',
      env: {
        ...process.env,
        NO_COLOR: '1',
        FORCE_COLOR: '0',
        NODE_OPTIONS: isWeb ? '' : '--experimental-vm-modules --disable-warning=ExperimentalWarning',
        PARLEY_TEST_COUNTS: undefined,
      },
    },
  );
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => resolve());
  });
}

/** The directory of the project that a spec belongs to. */
function projectOf(root: string, spec: string): string {
  let directory = dirname(spec);
  while (directory !== '.' && !existsSync(join(root, directory, 'project.json'))) directory = dirname(directory);
  return directory;
}
