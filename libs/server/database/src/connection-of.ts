import type { Client } from 'pg';
import type { QueryRunner } from 'typeorm';

function isConnection(value: unknown): value is Client {
  return typeof value === 'object' && value !== null && 'query' in value && 'end' in value;
}

/** The driver's connection under a query runner of TypeORM. */
export async function connectionOf(runner: QueryRunner): Promise<Client> {
  const connection: unknown = await runner.connect();
  if (!isConnection(connection)) throw new Error('The query runner is not connected to PostgreSQL.');
  return connection;
}
