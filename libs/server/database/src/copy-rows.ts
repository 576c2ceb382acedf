import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import type { Connection, Submittable } from 'pg';
import type { EntityManager } from 'typeorm';
import { connectionOf } from './connection-of';

/** What the driver's connection can do besides, which its types leave out. */
interface CopyConnection extends Connection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
}

const canCopy = (connection: Connection): connection is CopyConnection =>
  'sendCopyFromChunk' in connection && 'endCopyFrom' in connection && 'sendCopyFail' in connection;

/** After how much the server is listened to: one that is near takes all at once, and what it refuses would be heard after the last row. */
const TURN_BYTES = 65_536;

/** A COPY … FROM STDIN in the driver's queue: the driver calls its methods as PostgreSQL answers. */
class CopyIn implements Submittable {
  private readonly begun = Promise.withResolvers<CopyConnection>();
  private readonly ended = Promise.withResolvers<void>();
  /** PostgreSQL takes rows from here on. */
  readonly opened = this.begun.promise;
  /** It has taken them all, or has refused one. */
  readonly done = this.ended.promise;
  /** Whether there is no use in sending more. */
  isOver = false;
  /** The driver puts one here, and ends its own watch over the time when it is called. */
  callback?: (error: Error | null) => void;

  constructor(private readonly text: string) {
    // Whoever waits for the one need not have come to wait for the other.
    this.opened.catch(() => undefined);
    this.done.catch(() => undefined);
  }

  submit(connection: Connection): void {
    connection.query(this.text);
  }

  handleCopyInResponse(connection: Connection): void {
    if (canCopy(connection)) this.begun.resolve(connection);
    else this.begun.reject(new Error('This driver cannot copy.'));
  }

  handleCommandComplete(): void {
    // The connection is free at `handleReadyForQuery`.
  }

  handleError(error: Error): void {
    this.isOver = true;
    this.callback?.(error);
    this.begun.reject(error);
    this.ended.reject(error);
  }

  handleReadyForQuery(): void {
    this.callback?.(null);
    this.ended.resolve();
  }
}

/**
 * Writes rows by COPY, inside a transaction. They are asked for as PostgreSQL takes them, so that what is held is a few portions of them.
 * @param statement `COPY table (columns) FROM STDIN`
 * @param portions any number of whole rows each, in COPY's text format
 * @throws what PostgreSQL says of a row that it does not take, or what `portions` throws; either way the transaction is lost
 */
export async function copyRows(
  { queryRunner }: EntityManager,
  statement: string,
  portions: AsyncIterable<string>,
): Promise<void> {
  if (queryRunner === undefined) throw new Error('Rows are copied inside a transaction.');
  const copy = (await connectionOf(queryRunner)).query(new CopyIn(statement));
  const connection = await copy.opened;
  let unheard = 0;
  try {
    for await (const portion of portions) {
      if (copy.isOver) break;
      const chunk = Buffer.from(portion);
      connection.sendCopyFromChunk(chunk);
      unheard += chunk.length;
      if (connection.stream.writableNeedDrain) await Promise.race([once(connection.stream, 'drain'), copy.done]);
      if (unheard < TURN_BYTES) continue;
      await setImmediate();
      unheard = 0;
    }
  } catch (error) {
    connection.sendCopyFail('what was to be copied could not be read');
    await copy.done.catch(() => undefined);
    throw error;
  }
  connection.endCopyFrom();
  await copy.done;
}
