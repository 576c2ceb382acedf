import type { DataSource, EntityManager } from 'typeorm';
import { namedQuery } from './named-query';

const take = { name: 'turn_take', text: 'SELECT pg_try_advisory_lock($1) AS taken' };
const giveBack = { name: 'turn_give_back', text: 'SELECT pg_advisory_unlock($1)' };

/**
 * Does what one process at a time has to do, unless another one is at it: then it is left out.
 * The turn is that of one connection, which `work` is given; it ends with it, whatever becomes of the process.
 * @param turn tells this work from any other on the same database
 * @returns whether it was done
 */
export async function takeTurn(
  dataSource: DataSource,
  turn: number,
  work: (manager: EntityManager) => Promise<void>,
): Promise<boolean> {
  const runner = dataSource.createQueryRunner();
  try {
    const [row] = await namedQuery<{ taken: boolean }>(runner.manager, take, [turn]);
    if (row?.taken !== true) return false;
    try {
      await work(runner.manager);
    } finally {
      // A connection that is gone has given it back.
      await namedQuery(runner.manager, giveBack, [turn]).catch(() => undefined);
    }
    return true;
  } finally {
    await runner.release();
  }
}
