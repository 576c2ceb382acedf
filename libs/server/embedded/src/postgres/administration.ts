import { Client, DatabaseError, escapeIdentifier, escapeLiteral } from 'pg';
import { SUPERUSER, type Credentials } from './credentials';

const CONNECT_DEADLINE_MS = 3_000;
const QUERY_DEADLINE_MS = 30_000;
const NAME = /^[a-z][a-z0-9_]{0,50}$/;

/** What is done to a running cluster as its superuser; each call opens a connection of its own. */
export class Administration {
  constructor(
    private readonly port: number,
    private readonly credentials: Credentials,
  ) {}

  /** The address of a database for its own role. */
  urlFor(database: string): string {
    return `postgresql://${database}:${this.credentials.passwordOf(database)}@127.0.0.1:${this.port}/${database}`;
  }

  /**
   * Makes a database and the one role that may reach it, both by that name, unless they exist. The role owns the
   * database and can do nothing outside it.
   * @param name lower-case letters, digits and underscores, at most 51
   */
  async ensureDatabase(name: string): Promise<void> {
    if (!NAME.test(name)) throw new Error(`"${name}" is no name for a database: use a-z, 0-9 and _.`);
    await this.#asSuperuser(async (client) => {
      const id = escapeIdentifier(name);
      const password = escapeLiteral(this.credentials.passwordOf(name));
      const role = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
      // The password is set again each time: the file with the passwords is the one that counts.
      await client.query(
        `${role.rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${id} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${password}`,
      );
      const database = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
      if (database.rowCount === 0) await client.query(`CREATE DATABASE ${id} OWNER ${id} TEMPLATE template0`);
      await client.query(`REVOKE ALL ON DATABASE ${id} FROM PUBLIC`);
    });
  }

  /** Removes a database and its role, cutting off whoever is connected. */
  async dropDatabase(name: string): Promise<void> {
    await this.#asSuperuser(async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
      await client.query(`DROP ROLE IF EXISTS ${escapeIdentifier(name)}`);
    });
    this.credentials.forget(name);
  }

  /** Closes the databases that every cluster has to everybody but the superuser. */
  async closeSystemDatabases(): Promise<void> {
    await this.#asSuperuser((client) => client.query('REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC'));
  }

  /**
   * How the server answers right now: `ready` with the settings that tell one run from another, `busy` while it starts,
   * recovers or shuts down, `silent` when nobody answers.
   * @throws DatabaseError when it answers but refuses us.
   */
  async probe(): Promise<{ state: 'ready'; directory: string; durable: boolean } | { state: 'busy' | 'silent' }> {
    try {
      return await this.#asSuperuser(async (client) => {
        const { rows } = await client.query<{ directory: string; fsync: string }>(
          `SELECT current_setting('data_directory') AS directory, current_setting('fsync') AS fsync`,
        );
        return { state: 'ready' as const, directory: rows[0]?.directory ?? '', durable: rows[0]?.fsync === 'on' };
      });
    } catch (error) {
      if (!(error instanceof DatabaseError)) return { state: 'silent' };
      // cannot_connect_now, admin_shutdown, crash_shutdown
      if (['57P03', '57P01', '57P02'].includes(error.code ?? '')) return { state: 'busy' };
      throw error;
    }
  }

  async #asSuperuser<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
    const client = new Client({
      host: '127.0.0.1',
      port: this.port,
      user: SUPERUSER,
      password: this.credentials.passwordOf(SUPERUSER),
      database: 'postgres',
      connectionTimeoutMillis: CONNECT_DEADLINE_MS,
      query_timeout: QUERY_DEADLINE_MS,
    });
    // A connection that breaks between two queries has nobody else to tell it to; the next query fails.
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await work(client);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
