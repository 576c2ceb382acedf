import { readFile } from 'node:fs/promises';

/** Tests that passed and that failed. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** Those that failed, each by its name and with the beginning of why: as many as a run noted, at most `MOST_NAMED`. */
  readonly failures?: readonly string[];
}

/** So many failures are told again at the end; who wants more reads them where they happened. */
const MOST_NAMED = 20;

/** Adds up what each test run noted, a JSON line for each run. No file: no test was run. */
export async function readCounts(path: string): Promise<Required<Counts>> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const lines = text.split('\n').filter((line) => line !== '');
  const runs = lines.map((line) => JSON.parse(line) as Counts);
  return {
    passed: runs.reduce((sum, { passed }) => sum + passed, 0),
    failed: runs.reduce((sum, { failed }) => sum + failed, 0),
    failures: runs.flatMap(({ failures = [] }) => failures).slice(0, MOST_NAMED),
  };
}
