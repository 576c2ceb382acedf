import { Client, DatabaseError, type QueryResultRow } from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import { reactionsOf } from './reactions';
import type { Reaction } from '@parley/contracts';
import type { Row } from './events';

/** How long PostgreSQL may be away before nothing more is expected of it, in milliseconds. */
const PATIENCE_MS = 60_000;

export interface Head {
  readonly room: string;
  readonly lastSeq: number;
  readonly revision: number;
}

/** Reads what is stored, straight from PostgreSQL, past everything that Parley is. Waits where the database is away. */
export class DatabaseWitness {
  constructor(private readonly url: string) {}

  async rows(rooms: readonly string[]): Promise<Row[]> {
    const rows = await this.read<Omit<Row, 'reactions'> & { reactions: Reaction[] | null } & QueryResultRow>(
      `SELECT room_id AS room, seq::int, revision::int, id, client_message_id AS "clientMessageId", sender_id AS sender, text,
         edited_at IS NOT NULL AS "isEdited", reactions
       FROM messages WHERE room_id = ANY($1) ORDER BY room_id, seq`,
      [rooms],
    );
    return rows.map((row) => ({ ...row, reactions: reactionsOf(row.reactions) }));
  }

  async heads(rooms: readonly string[]): Promise<Head[]> {
    return this.read<Head & QueryResultRow>(
      'SELECT room_id AS room, last_seq::int AS "lastSeq", revision::int FROM rooms WHERE room_id = ANY($1)',
      [rooms],
    );
  }

  /** Unread counts by their definition, not by the way in which the service counts. */
  async unread(rooms: readonly string[]): Promise<{ room: string; userId: string; cursor: number; unread: number }[]> {
    return this.read(
      `SELECT m.room_id AS room, m.user_id AS "userId", m.last_read_seq::int AS cursor, (
         SELECT count(*) FROM messages x
         WHERE x.room_id = m.room_id AND x.seq > m.last_read_seq AND x.sender_id <> m.user_id AND x.deleted_at IS NULL
       )::int AS unread
       FROM members m WHERE m.room_id = ANY($1)`,
      [rooms],
    );
  }

  /** Runs a statement, such as one that plants a mistake. */
  async run(statement: string): Promise<void> {
    await this.read(statement, []);
  }

  /** Tries a statement once. Answers PostgreSQL's code where it refuses it; null where it does not, or does not answer at all. */
  async tries(statement: string): Promise<string | null> {
    const client = this.client();
    try {
      await client.connect();
      await client.query(statement);
      return null;
    } catch (error) {
      return error instanceof DatabaseError ? (error.code ?? null) : null;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  private client(): Client {
    const client = new Client({ connectionString: this.url, connectionTimeoutMillis: 3_000, query_timeout: 20_000 });
    // One that breaks between two statements has nobody else to tell it to.
    client.on('error', () => undefined);
    return client;
  }

  private async read<T extends QueryResultRow>(statement: string, values: unknown[]): Promise<T[]> {
    const givenUpAt = performance.now() + PATIENCE_MS;
    for (;;) {
      const client = this.client();
      try {
        await client.connect();
        const { rows } = await client.query<T>(statement, values);
        return rows;
      } catch (error) {
        if (performance.now() > givenUpAt) throw error;
        await pause(250);
      } finally {
        await client.end().catch(() => undefined);
      }
    }
  }
}
