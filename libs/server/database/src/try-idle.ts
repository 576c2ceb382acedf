import type { Pool } from 'pg';

/** How often connections that nobody uses are tried, and how long each has for its answer. */
const EVERY_MS = 3_000;
const ANSWER_MS = 1_500;

/**
 * Tries the connections of a pool that nobody uses, every few seconds until the pool ends: one that is half open would otherwise be found out by whoever
 * needs it next, one after the other, each after as long as a statement may take.
 */
export function tryIdleAgainAndAgain(pool: Pool): void {
  let isTrying = false;
  const timer = setInterval(() => {
    if (pool.ending) return clearInterval(timer);
    if (isTrying) return;
    isTrying = true;
    void tryIdle(pool, ANSWER_MS).finally(() => {
      isTrying = false;
    });
  }, EVERY_MS).unref();
}

/** Tries all that are idle now, at once; those that do not answer within `answerMs` milliseconds are ended. Never rejects. */
export async function tryIdle(pool: Pool, answerMs: number): Promise<void> {
  await Promise.allSettled(Array.from({ length: pool.idleCount }, () => tryOne(pool, answerMs)));
}

async function tryOne(pool: Pool, answerMs: number): Promise<void> {
  const client = await pool.connect();
  let isBroken = false;
  const onError = (): void => {
    isBroken = true;
  };
  // The driver takes a time for one statement too; its types do not know.
  const question = { text: 'SELECT 1', query_timeout: answerMs };
  client.on('error', onError);
  try {
    await client.query(question);
  } catch {
    isBroken = true;
  } finally {
    client.off('error', onError);
    client.release(isBroken);
  }
}
