import { borrowDatabase } from '@parley/server-embedded';
import type { DataSource } from 'typeorm';
import { dataSource, type DataSourceOptions } from './data-source';

/** Data sources on one throw-away database. */
export interface TestDatabase {
  readonly url: string;
  /** One more data source, connected; ends with the database. */
  open(options?: Partial<DataSourceOptions>): Promise<DataSource>;
  close(): Promise<void>;
}

export async function openDatabase(): Promise<TestDatabase> {
  const { url, giveBack } = await borrowDatabase('database');
  const opened: DataSource[] = [];
  return {
    url,
    open: async (options = {}) => {
      const source = await dataSource({ url, applicationName: 'tests', poolSize: 4, ...options }).initialize();
      opened.push(source);
      return source;
    },
    close: async () => {
      for (const source of opened) if (source.isInitialized) await source.destroy();
      await giveBack();
    },
  };
}

/** Ends every other connection to the database, as a restart of PostgreSQL would. */
export async function endConnections(source: DataSource, applicationName = 'tests'): Promise<void> {
  await source.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND application_name = $1',
    [applicationName],
  );
}
