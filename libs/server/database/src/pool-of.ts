import type { Pool, QueryResult, QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';

/** A statement with a name is parsed and planned once for each connection, and afterwards sent by its name. */
export interface NamedStatement {
  /** Unique in the process; the same name always means the same text. */
  readonly name: string;
  readonly text: string;
}

/** What runs statements: the pool, or the one connection of a transaction. */
export interface Queryable {
  query<Row extends QueryResultRow>(
    statement: NamedStatement & { readonly values: unknown[] },
  ): Promise<QueryResult<Row>>;
}

type PooledDriver = { readonly master: Pool };

function hasPool(driver: object): driver is PooledDriver {
  return 'master' in driver && typeof driver.master === 'object' && driver.master !== null && 'totalCount' in driver.master;
}

/** The pool of a connected data source. */
export function poolOf({ driver }: DataSource): Pool {
  if (!hasPool(driver)) throw new Error('The data source is not connected to PostgreSQL.');
  return driver.master;
}
