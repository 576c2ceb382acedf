import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@parley/server-runtime';
import { MigrationExecutor, type DataSource, type QueryRunner } from 'typeorm';
import { sqlState } from './failures';
import { namedQuery } from './named-query';

export interface RunMigrationsOptions {
  readonly log?: Logger;
  /**
   * Longest wait of a migration for a lock, in milliseconds; 1,000 by default. While it waits, everybody who comes after it waits
   * too, so it gives up before services do (`lockTimeoutMs` of their data source), and tries again. One that holds nobody up and should not be broken off, as
   * `CREATE INDEX CONCURRENTLY`, sets a `lock_timeout` of its own.
   */
  readonly lockTimeoutMs?: number;
  /** The pause before it tries again, in which those behind it are served; 3,000 by default. */
  readonly lockPauseMs?: number;
  /** Longest wait for another process that migrates, in milliseconds; 60,000 by default. */
  readonly turnTimeoutMs?: number;
}

/** The same for every service: each has a database of its own. "parley" in ASCII. */
const ADVISORY_LOCK = 0x7061726c6579;
const takeLock = { name: 'migrations-take-lock', text: 'SELECT pg_try_advisory_lock($1) AS taken' };
const LOCK_NOT_AVAILABLE = '55P03';
const ATTEMPTS = 10;

/**
 * Brings the schema up to date. One process at a time; each migration in a transaction of its own, unless it says
 * `transaction = false` (as `CREATE INDEX CONCURRENTLY` needs).
 * @returns the names of the migrations that were run
 */
export async function runMigrations(dataSource: DataSource, options: RunMigrationsOptions = {}): Promise<string[]> {
  const { log, lockTimeoutMs = 1_000, lockPauseMs = 3_000, turnTimeoutMs = 60_000 } = options;
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query(`SELECT set_config('lock_timeout', $1, false), set_config('statement_timeout', '0', false)`, [
      `${lockTimeoutMs}ms`,
    ]);
    await takeTurn(runner, turnTimeoutMs);
    const done = await execute(dataSource, runner, lockPauseMs, log);
    for (const name of done) log?.info({ migration: name }, 'migrated');
    return done;
  } finally {
    // Ends the turn and forgets the settings, whatever happened.
    await runner.query('SELECT pg_advisory_unlock_all()').catch(() => undefined);
    await runner.query('RESET ALL').catch(() => undefined);
    await runner.release();
  }
}

async function takeTurn(runner: QueryRunner, timeoutMs: number): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const [row] = await namedQuery<{ taken: boolean }>(runner.manager, takeLock, [ADVISORY_LOCK]);
    if (row?.taken === true) return;
    if (performance.now() >= deadline)
      throw new Error('Another process has been migrating this database for too long.');
    await sleep(100);
  }
}

async function execute(
  dataSource: DataSource,
  runner: QueryRunner,
  lockPauseMs: number,
  log: Logger | undefined,
): Promise<string[]> {
  const done = new Set<string>();
  for (let attempt = 1; ; attempt++) {
    const executor = new MigrationExecutor(dataSource, runner);
    executor.transaction = 'each';
    try {
      for (const { name } of await executor.executePendingMigrations()) done.add(name);
      return [...done];
    } catch (error) {
      if (sqlState(error) !== LOCK_NOT_AVAILABLE || attempt === ATTEMPTS) throw error;
      log?.warn({ attempt }, 'a migration waited too long for a lock and will try again');
      await sleep(lockPauseMs);
    }
  }
}
