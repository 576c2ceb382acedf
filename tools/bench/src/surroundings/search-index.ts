import type { Pool } from 'pg';

/** Answers what makes the index again. */
export type BuildIndex = () => Promise<void>;

/**
 * Takes the index of the search away, which costs more than all the rest where millions of messages are written at once. Building it again
 * reads the table once, with all processors.
 */
export async function dropSearchIndex(messages: Pool): Promise<BuildIndex> {
  const { rows } = await messages.query<{ definition: string }>(
    `SELECT pg_get_indexdef('messages_search_idx'::regclass) AS definition`,
  );
  const definition = rows[0]?.definition.replace(' ON ONLY ', ' ON ');
  if (definition === undefined) throw new Error('There is no index of the search.');
  await messages.query('DROP INDEX messages_search_idx');
  return async () => {
    const client = await messages.connect();
    try {
      await client.query("SET maintenance_work_mem = '1GB'");
      await client.query('SET max_parallel_maintenance_workers = 2');
      await client.query(definition);
    } finally {
      client.release(true);
    }
  };
}
