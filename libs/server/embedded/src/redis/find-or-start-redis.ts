import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { plainEnvironment } from '../environment';
import { findProgram } from '../find-program';
import { installPackage } from '../install-package';
import type { Log } from '../log';
import { freePort } from '../process/ports';
import { ProcessLog } from '../process/process-log';
import type { RunRecord } from '../process/run-record';
import { SupervisedProcess } from '../process/supervised-process';
import { StartupError } from '../startup-error';
import { probeRedis } from './redis-probe';

export interface RedisOptions {
  /** A Redis that is there already; nothing is started then. */
  readonly url?: string | undefined;
  /** The working directory and, by default, the place of the log of one that is started. */
  readonly dataDir: string;
  /** The log file of one that is started; `redis.log` in `dataDir` by default. */
  readonly logPath?: string;
  /** Whether root may have the system install one where none is found. False by default. */
  readonly install?: boolean;
  readonly record?: RunRecord;
  readonly log: Log;
}

/** A Redis 7 or newer, or a Valkey. */
export interface UsableRedis {
  readonly url: string;
  /** The server started for this purpose; null for one that was there. */
  readonly process: SupervisedProcess | null;
  /** Stops the server that was started; nothing for one that was there. */
  stop(): Promise<void>;
}

const READY_DEADLINE_MS = 15_000;
const POLL_MS = 50;

/**
 * Uses the Redis named, or starts the system's `redis-server` or `valkey-server` on a free loopback port, with a password
 * and without persistence: it only passes on what is stored elsewhere.
 * @throws StartupError with one sentence for people when there is none to be had.
 */
export async function findOrStartRedis(options: RedisOptions): Promise<UsableRedis> {
  const { url } = options;
  if (url === undefined) return startRedis(await findServer(options), options);
  const answer = await probeRedis(url);
  if (answer.usable) return { url, process: null, stop: () => Promise.resolve() };
  throw new StartupError(`The Redis named by REDIS_URL (${withoutPassword(url)}) can't be used: ${answer.reason}.`);
}

async function findServer({ install = false, log }: RedisOptions): Promise<string> {
  const names = ['redis-server', 'valkey-server'];
  const found = findProgram(names);
  if (found !== undefined) return found;
  if (install)
    await installPackage('redis-server', 'install Redis 7 or Valkey yourself, or name one by REDIS_URL', log);
  const installed = findProgram(names);
  if (installed !== undefined) return installed;
  throw new StartupError(
    'Redis is needed but there is none: install Redis 7 or Valkey (Debian, Ubuntu: apt-get install redis-server), or name one by REDIS_URL.',
  );
}

async function startRedis(
  command: string,
  { dataDir, logPath = join(dataDir, 'redis.log'), record, log }: RedisOptions,
): Promise<UsableRedis> {
  mkdirSync(dataDir, { recursive: true });
  const port = await freePort();
  const password = randomBytes(24).toString('hex');
  const url = `redis://:${password}@127.0.0.1:${port}`;
  const output = new ProcessLog(logPath);
  const process = new SupervisedProcess(
    {
      name: 'redis',
      command,
      args: ['-'],
      // By standard input, so that the password shows in no list of processes.
      input: redisConfiguration({ port, password, dataDir }),
      env: plainEnvironment(),
      cwd: dataDir,
      output,
      stopSteps: [{ signal: 'SIGTERM', graceMs: 5_000 }],
      restart: true,
    },
    { log, record },
  );
  process.start();
  const deadline = performance.now() + READY_DEADLINE_MS;
  let reason = '';
  while (performance.now() < deadline && process.identity !== null) {
    const answer = await probeRedis(url, 1_000);
    if (answer.usable) return { url, process, stop: () => process.stop() };
    reason = answer.reason;
    await sleep(POLL_MS);
  }
  await process.stop();
  throw new StartupError(
    `Redis (${command}) did not start: ${output.tail(1)[0] ?? reason}; all it said is in ${output.path}.`,
  );
}

function redisConfiguration({ port, password, dataDir }: { port: number; password: string; dataDir: string }): string {
  const settings = [
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    `dir ${JSON.stringify(dataDir)}`,
    'save ""',
    'appendonly no',
    'daemonize no',
  ];
  return `${settings.join('\n')}\n`;
}

/** A URL fit for messages and logs: without the password of Redis, and without that of its Sentinels. */
function withoutPassword(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//…@').replace(/\?.*$/, '?…');
}
