import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@parley/server-runtime';
import type { DataSource } from 'typeorm';
import { isConnectionLoss } from './failures';

const PAUSE_MS = 500;

/**
 * Connects, and goes on trying for `patienceMs` while the database is not there yet.
 * @throws the last failure; at once where waiting will not help (a wrong password, a missing database)
 */
export async function connect(dataSource: DataSource, patienceMs: number, log: Logger): Promise<DataSource> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      return await dataSource.initialize();
    } catch (error) {
      const isPassing = isConnectionLoss(error) || (error instanceof Error && /timeout/i.test(error.message));
      if (!isPassing || performance.now() >= deadline) throw error;
      log.warn({ reason: error instanceof Error ? error.message : String(error) }, 'the database is not there yet');
      await sleep(PAUSE_MS);
    }
  }
}
