import { dataSource, runMigrations, type ClassOf } from '@parley/server-database';
import { borrowDatabase } from '@parley/server-embedded';
import type { DataSource } from 'typeorm';

export interface TestDatabaseOptions {
  readonly entities?: readonly ClassOf[];
  /** Connections at most; 10 by default. */
  readonly poolSize?: number;
  /** Whether its statements are planned once, as for the service under test; off by default. */
  readonly plansOnce?: boolean;
}

/** A database of a suite's own. */
export interface TestDatabase {
  readonly url: string;
  /** Connected and migrated. */
  readonly dataSource: DataSource;
  /** Disconnects and removes the database. */
  close(): Promise<void>;
}

/** Longer than a product waits: at first all tests of a busy machine connect at once, and a slow migration is no finding. */
const PATIENCE_MS = 30_000;

/**
 * An empty, migrated database on a real PostgreSQL that is started for the first suite and ends after the last.
 * @param name what the database's name begins with: lower-case letters, digits and underscores
 */
export async function testDatabase(
  name: string,
  migrations: readonly ClassOf[],
  { entities = [], poolSize = 10, plansOnce = false }: TestDatabaseOptions = {},
): Promise<TestDatabase> {
  const borrowed = await borrowDatabase(name);
  const source = dataSource({
    ...{ url: borrowed.url, applicationName: name, poolSize, entities, migrations, plansOnce },
    ...{ acquireTimeoutMs: PATIENCE_MS, statementTimeoutMs: PATIENCE_MS },
  });
  try {
    await source.initialize();
    await runMigrations(source);
  } catch (error) {
    if (source.isInitialized) await source.destroy();
    await borrowed.giveBack();
    throw error;
  }
  return {
    url: borrowed.url,
    dataSource: source,
    close: async () => {
      if (source.isInitialized) await source.destroy();
      await borrowed.giveBack();
    },
  };
}
