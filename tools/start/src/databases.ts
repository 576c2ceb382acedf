import { join } from 'node:path';
import { startEmbeddedPostgres } from '@parley/server-embedded';
import { DATABASES, migrateDatabases, type DatabaseName } from '@parley/server-system';
import type { LaunchOptions } from './launch';

/** Starts PostgreSQL and brings every service's database up to date. @returns the databases' URLs */
export async function startDatabases({
  workspace,
  progress,
  undoing,
  signal,
}: LaunchOptions): Promise<Record<DatabaseName, string>> {
  const postgres = await progress.step(
    'Starting PostgreSQL',
    () =>
      startEmbeddedPostgres({
        dataDir: join(workspace.stateDir, 'postgres'),
        databases: DATABASES,
        logPath: join(workspace.logDir, 'postgresql.log'),
        log: (line) => progress.note(line),
      }),
    ({ adopted }) => (adopted ? 'PostgreSQL was running still' : 'PostgreSQL runs'),
  );
  undoing.add('PostgreSQL', () => postgres.stop());
  signal.throwIfAborted();
  const databases = {
    users: postgres.urlFor('users'),
    chatrooms: postgres.urlFor('chatrooms'),
    messages: postgres.urlFor('messages'),
  };
  await progress.step(
    'Bringing the databases up to date',
    () => migrateDatabases({ distDir: workspace.distDir, databases, signal }),
    () => 'Databases are up to date',
  );
  return databases;
}
