import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';

function hasPool(driver: object): driver is { readonly master: Pool } {
  if (!('master' in driver)) return false;
  const { master } = driver;
  return typeof master === 'object' && master !== null && 'totalCount' in master;
}

/** The pool of a connected data source. */
export function poolOf({ driver }: DataSource): Pool {
  if (!hasPool(driver)) throw new Error('The data source is not connected to PostgreSQL.');
  return driver.master;
}
