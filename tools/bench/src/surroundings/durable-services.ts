import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort, isPortFree, ProcessLog, startEmbeddedPostgres, SupervisedProcess } from '@parley/server-embedded';
import { migrateDatabases, type DatabaseName } from '@parley/server-system';
import { Pool } from 'pg';
import { childrenOf, processorMs } from '../load';

/** Built services on a PostgreSQL that forces every commit to disk, with nothing else on either. */
export interface DurableServices {
  /** What services prove to each other. */
  readonly secret: string;
  /** Where a service takes calls: `host:port`. */
  addressOf(service: DatabaseName): string;
  /** Connections of the bench's own, for data and for baselines. */
  pool(service: DatabaseName, connections: number): Pool;
  /** Processor time that the services and PostgreSQL have used so far, in milliseconds. */
  usedMs(): number;
  /** That of PostgreSQL alone. */
  databaseUsedMs(): number;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '../../../..');
const run = promisify(execFile);
const READY_MS = 60_000;

/** Builds, migrates and starts these services, and nothing else of Parley. */
export async function durableServices(
  services: readonly DatabaseName[],
  say: (line: string) => void,
): Promise<DurableServices> {
  say('Building …');
  const nx = join(root, 'node_modules/nx/dist/bin/nx.js');
  await run(process.execPath, [nx, 'run-many', '--target=build', `--projects=${services.join(',')}`], { cwd: root });
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-bench-'));
  // PostgreSQL runs as another account where the bench runs as root.
  await chmod(dataDir, 0o755);
  const postgres = await startEmbeddedPostgres({
    ...{ dataDir: join(dataDir, 'postgres'), databases: services, durable: true, log: () => undefined },
  });
  const pools: Pool[] = [];
  const processes: SupervisedProcess[] = [];
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= end());
  async function end(): Promise<void> {
    await Promise.all(pools.map((pool) => pool.end()));
    await Promise.all(processes.map((process) => process.stop()));
    await postgres.destroy();
    await rm(dataDir, { recursive: true, force: true });
  }

  // Nothing may be left running by who has seen enough.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void stop().finally(() => process.exit(130)));
  }

  try {
    const urls: Record<DatabaseName, string> = { users: '', chatrooms: '', messages: '' };
    for (const service of services) urls[service] = postgres.urlFor(service);
    const distDir = join(root, 'dist');
    await migrateDatabases({ distDir, databases: urls, services });
    const secret = randomBytes(32).toString('hex');
    const ports: Record<DatabaseName, number> = { users: 1, chatrooms: 1, messages: 1 };
    for (const service of services) ports[service] = await freePort();
    const addressOf = (service: DatabaseName): string => `127.0.0.1:${ports[service]}`;
    for (const service of services) {
      const opsPort = await freePort();
      const env = {
        ...{ NODE_ENV: 'production', LOG_LEVEL: 'warn', RPC_SECRET: secret, RPC_PORT: String(ports[service]) },
        ...{ OPS_PORT: String(opsPort), DATABASE_URL: urls[service], PUBLIC_ORIGIN: 'http://localhost' },
        ...{ USERS_RPC: addressOf('users'), MESSAGES_RPC: addressOf('messages') },
      };
      const program = new SupervisedProcess(
        {
          ...{ name: service, command: process.execPath, args: [join(distDir, 'apps', service, 'main.js')], env },
          ...{ cwd: distDir, output: new ProcessLog(join(dataDir, `${service}.log`)), restart: false },
          stopSteps: [{ signal: 'SIGTERM', graceMs: 10_000 }],
        },
        { log: () => undefined, record: undefined },
      );
      processes.push(program);
      program.start();
      await ready(service, ports[service]);
    }
    const databaseUsedMs = (): number => {
      const pid = postgres.process.identity?.pid ?? 0;
      return processorMs([pid, ...childrenOf(pid)]);
    };
    return {
      ...{ secret, addressOf, stop, databaseUsedMs },
      pool: (service, connections) => {
        const pool = new Pool({ connectionString: urls[service], max: connections });
        pools.push(pool);
        return pool;
      },
      usedMs: () => databaseUsedMs() + processorMs(processes.map(({ identity }) => identity?.pid ?? 0)),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function ready(service: string, port: number): Promise<void> {
  const deadline = performance.now() + READY_MS;
  while (await isPortFree(port)) {
    if (performance.now() > deadline) throw new Error(`${service} did not start.`);
    await sleep(50);
  }
}
