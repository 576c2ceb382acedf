import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Violation } from './violation';

/** I6: no line of any log holds what somebody has written. */
export async function findInLogs(dataDir: string, nonces: readonly string[]): Promise<Violation[]> {
  const directory = join(dataDir, 'logs');
  const violations: Violation[] = [];
  for (const name of await readdir(directory)) {
    const text = await readFile(join(directory, name), 'utf8');
    for (const room of nonces.filter((nonce) => text.includes(nonce))) {
      violations.push({ invariant: 'I6', harm: 'leak', room, detail: `${name} holds what was written in a room` });
    }
  }
  return violations;
}
