import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { isConflict, isConnectionLoss } from './failures';

export interface TransactionOptions {
  /** How often to start over at most; 3 by default. */
  readonly retries?: number;
  readonly isolation?: 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE';
}

const PAUSE_MS = 10;

/**
 * Runs `work` in a transaction and commits. Starts over when it was chosen as the victim of a conflict or a deadlock, and when the
 * connection broke before the commit was sent; so `work` must do nothing that a rollback does not undo. When the connection breaks
 * during the commit nobody knows whether it happened, and the error is thrown.
 */
export async function transaction<T>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<T>,
  { retries = 3, isolation }: TransactionOptions = {},
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    const runner = dataSource.createQueryRunner();
    let isCommitting = false;
    try {
      await runner.startTransaction(isolation);
      const result = await work(runner.manager);
      isCommitting = true;
      await runner.commitTransaction();
      return result;
    } catch (error) {
      await rollBack(runner);
      const mayRepeat = isConflict(error) || (isConnectionLoss(error) && !isCommitting);
      if (!mayRepeat || attempt >= retries) throw error;
    } finally {
      await runner.release();
    }
    // Those who ran into each other should not do so again in step.
    await sleep(PAUSE_MS * 2 ** attempt * (0.5 + Math.random()));
  }
}

async function rollBack(runner: QueryRunner): Promise<void> {
  if (!runner.isTransactionActive || runner.isReleased) return;
  try {
    await runner.rollbackTransaction();
  } catch {
    // The connection is gone, and with it the transaction.
  }
}
