import type { Logger } from '@parley/server-runtime';
import type { PoolConfig } from 'pg';
import { DataSource } from 'typeorm';
import { DropSilentConnections } from './drop-silent-connections';
import { columnTypes } from './int8';
import { OrmLogger } from './orm-logger';

/** A class that TypeORM makes objects of: an entity or a migration. */
export type ClassOf = abstract new (...args: never[]) => object;

export interface DataSourceOptions {
  readonly url: string;
  /** Connections at most; 10 by default. */
  readonly poolSize?: number;
  /** The name under which PostgreSQL lists the connections. */
  readonly applicationName: string;
  readonly entities?: readonly ClassOf[];
  readonly migrations?: readonly ClassOf[];
  /** Told when a connection that nobody uses breaks. */
  readonly log?: Logger;
  /** Longest wait for a free connection, in milliseconds; 2,000 by default. */
  readonly acquireTimeoutMs?: number;
  /** Longest run of one statement; 5,000 by default. */
  readonly statementTimeoutMs?: number;
  /** Longest wait for a lock; 3,000 by default. */
  readonly lockTimeoutMs?: number;
  /** Longest pause inside a transaction; 5,000 by default. */
  readonly idleInTransactionMs?: number;
  /**
   * Whether a statement is planned once for each connection, whatever its values are; off by default: then PostgreSQL weighs that each time. For a
   * database whose plans do not depend on values and cost more than what they plan, as over many partitions.
   */
  readonly plansOnce?: boolean;
}

/** How much longer than the server we wait for a statement: only a server that is gone lets it come to this. */
const SILENCE_MARGIN_MS = 1_000;

/** No other process of PostgreSQL's helps with a statement: ours take milliseconds, starting helpers takes more, and over partitions they are started for each. */
const ALONE = { max_parallel_workers_per_gather: '0' };
const ONCE = { plan_cache_mode: 'force_generic_plan' };

const settings = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');

/**
 * A TypeORM data source, not connected yet, in which nothing waits for ever and nothing is made up: the schema comes from migrations
 * alone, a `where` with undefined in it throws, and `bigint` is a number.
 */
export function dataSource(options: DataSourceOptions): DataSource {
  const statementTimeoutMs = options.statementTimeoutMs ?? 5_000;
  const pool: PoolConfig = {
    connectionTimeoutMillis: options.acquireTimeoutMs ?? 2_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    statement_timeout: statementTimeoutMs,
    query_timeout: statementTimeoutMs + SILENCE_MARGIN_MS,
    lock_timeout: options.lockTimeoutMs ?? 3_000,
    idle_in_transaction_session_timeout: options.idleInTransactionMs ?? 5_000,
    types: columnTypes,
    options: settings({ ...ALONE, ...(options.plansOnce && ONCE) }),
  };
  return new DataSource({
    type: 'postgres',
    url: options.url,
    applicationName: options.applicationName,
    poolSize: options.poolSize ?? 10,
    entities: [...(options.entities ?? [])],
    migrations: [...(options.migrations ?? [])],
    subscribers: [DropSilentConnections],
    migrationsTransactionMode: 'each',
    synchronize: false,
    migrationsRun: false,
    installExtensions: false,
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    logging: ['migration', 'schema', 'warn'],
    logger: new OrmLogger(options.log),
    poolErrorHandler: (error: unknown) => {
      // The pool has dropped the connection already and makes a new one when it needs one.
      options.log?.warn({ err: error }, 'an idle database connection broke');
    },
    extra: pool,
  });
}
