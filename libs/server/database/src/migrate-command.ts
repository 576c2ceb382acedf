import { ConfigError, createLogger, databaseConfig, loadConfig } from '@parley/server-runtime';
import { z } from 'zod';
import { connect } from './connect';
import { dataSource, type ClassOf } from './data-source';
import { runMigrations } from './run-migrations';

/** A database that has just been started may take its time, all the more beside everything else that starts. */
const PATIENCE_MS = 30_000;

export interface MigrateCommand {
  /** The service's name. */
  readonly name: string;
  readonly migrations: readonly ClassOf[];
}

/** The whole of a service's `migrate.ts`: reads DATABASE_URL, migrates, tells what it did, and sets the exit code. */
export async function migrateCommand({ name, migrations }: MigrateCommand): Promise<void> {
  const log = createLogger({ name, level: 'info' });
  try {
    const { DATABASE_URL } = loadConfig(z.object({ DATABASE_URL: databaseConfig.DATABASE_URL }));
    const source = dataSource({
      url: DATABASE_URL,
      applicationName: `${name} migrations`,
      poolSize: 2,
      migrations,
      log,
    });
    await connect(source, PATIENCE_MS, log);
    try {
      const done = await runMigrations(source, { log });
      log.info(`${done.length} of ${migrations.length} migrations were pending and are done.`);
    } finally {
      await source.destroy();
    }
  } catch (error) {
    if (error instanceof ConfigError) process.stderr.write(`${name} can't migrate. ${error.message}\n`);
    else log.fatal({ err: error }, 'the migration failed');
    process.exitCode = 1;
  }
}
