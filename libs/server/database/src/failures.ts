import { DatabaseError } from 'pg';
import { QueryFailedError } from 'typeorm';

/** What the driver threw, without TypeORM's wrapping. */
function driverError(error: unknown): unknown {
  return error instanceof QueryFailedError ? error.driverError : error;
}

/** PostgreSQL's code of an error, such as `23505`; undefined for errors that do not come from it. */
export function sqlState(error: unknown): string | undefined {
  const cause = driverError(error);
  return cause instanceof DatabaseError ? cause.code : undefined;
}

/** Whether a row could not be written because there is one like it; `constraint` tells which rule is meant. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const cause = driverError(error);
  if (!(cause instanceof DatabaseError) || cause.code !== '23505') return false;
  return constraint === undefined || cause.constraint === constraint;
}

/** Whether two transactions got in each other's way and one of them was chosen to start over. */
export function isConflict(error: unknown): boolean {
  return ['40001', '40P01'].includes(sqlState(error) ?? '');
}

const SOCKET_CODES = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH']);
/** What `pg` says of a connection that is gone; it gives these errors no code. */
const GONE =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|Cannot use a pool after)/;

/** Whether the connection to the database is gone, or the database is going or not there yet. */
export function isConnectionLoss(error: unknown): boolean {
  const state = sqlState(error);
  // Class 08: connection exception; 57P01 to 57P03: shut down, crashed, starting; 25P03: idle in a transaction for too long.
  if (state !== undefined) return state.startsWith('08') || /^57P0[123]$/.test(state) || state === '25P03';
  const cause = driverError(error);
  if (!(cause instanceof Error)) return false;
  return ('code' in cause && SOCKET_CODES.has(String(cause.code))) || GONE.test(cause.message);
}
