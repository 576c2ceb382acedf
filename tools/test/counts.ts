import { readFile } from 'node:fs/promises';

/** Tests that passed and that failed. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** Adds up what each test run noted, a JSON line for each run. No file: no test was run. */
export async function readCounts(path: string): Promise<Counts> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const lines = text.split('\n').filter((line) => line !== '');
  return lines
    .map((line) => JSON.parse(line) as Counts)
    .reduce((sum, each) => ({ passed: sum.passed + each.passed, failed: sum.failed + each.failed }), {
      passed: 0,
      failed: 0,
    });
}
