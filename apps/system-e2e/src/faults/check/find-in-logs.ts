import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Secrets } from './secrets';
import type { Violation } from './violation';

/** I6: no line of any log, of whatever program, holds what somebody has written in any room of the run. */
export async function findInLogs(dataDir: string, secrets: Pick<Secrets, 'foreignIn'>): Promise<Violation[]> {
  const violations: Violation[] = [];
  const names = (await readdir(dataDir, { recursive: true })).filter((name) => name.endsWith('.log'));
  for (const name of names) {
    const text = await readFile(join(dataDir, name), 'utf8');
    for (const room of secrets.foreignIn(text, null)) {
      violations.push({ invariant: 'I6', harm: 'leak', room, detail: `${name} holds what was written in a room` });
    }
  }
  return violations;
}
