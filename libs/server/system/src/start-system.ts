import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import {
  freePort,
  freePorts,
  messageOf,
  codeOf,
  StartupError,
  type Log,
  type RunRecord,
  type SupervisedProcess,
} from '@parley/server-embedded';
import { startFront, type Front } from './front/front';
import { DATABASES, type ProgramName } from './service-names';
import { QUICK_STOP, systemProcess } from './system-process';
import { planProcesses, portsNeeded, type ProcessShape, type SystemShape } from './topology';
import { untilReady } from './until-ready';

export interface SystemOptions extends Pick<SystemShape, 'databases' | 'redisUrl' | 'extraEnv'> {
  /** The built programs: `apps/<program>/main.js` and `apps/web/browser`. */
  readonly distDir: string;
  /** Logs go to `logs/<process>.log` in it, mails to `outbox` where no mail server is configured. */
  readonly dataDir: string;
  /** How many realtime gateways; 1 by default. */
  readonly gateways?: number;
  /** The port of the one origin; any free one by default. */
  readonly port?: number;
  /** The origin that browsers will see; `http://localhost:<port>` by default. */
  readonly publicOrigin?: string;
  /** At least 32 characters, the same over the life of the databases; made up by default. */
  readonly rpcSecret?: string;
  /** The Node binary that runs the services; the present one by default. */
  readonly node?: string;
  readonly record?: RunRecord;
  /** Whether a process that ends unasked is started again; true by default. */
  readonly restart?: boolean;
  /** A development server that has the web app; the built one in `distDir` is served by default. */
  readonly webPort?: number | undefined;
  /** Changes how the processes are planned, just before they are started: tests put themselves between them. Names and ports must stay. */
  readonly rewire?: (shapes: readonly ProcessShape[]) => Promise<readonly ProcessShape[]>;
  /** Gives up starting, and stops what was started. */
  readonly signal?: AbortSignal;
  readonly log: Log;
}

/** A running Parley: every service as a process of its own, behind one origin. */
export interface RunningSystem {
  /** Where browsers and clients go, e.g. `http://localhost:8080`. */
  readonly origin: string;
  readonly port: number;
  readonly apiPort: number;
  /** The gateways' own ports, past the front. */
  readonly gatewayPorts: readonly number[];
  /** Where each service takes calls, as the environment names it: `USERS_RPC`, …, `REALTIME_RPC`, and the `RPC_SECRET`. */
  readonly callEnv: Readonly<Record<string, string>>;
  /** The processes by name: `users`, `chatrooms`, `messages`, `realtime-gateway-1` …, `api-gateway`. */
  readonly processes: ReadonlyMap<string, SupervisedProcess>;
  /** Waits until that process is ready (again). */
  ready(name: string, deadlineMs?: number): Promise<void>;
  /** Stops everything in order: the door first, those who own data last. */
  stop(): Promise<void>;
}

/** Where mails lie that no mail server takes. */
export const outboxIn = (dataDir: string): string => join(dataDir, 'outbox');

const READY_DEADLINE_MS = 90_000;

/**
 * Starts every process of Parley on databases that are migrated already, waits until all are ready and opens the front.
 * What was started is stopped again when that fails.
 * @throws StartupError with a sentence for people, and the last log lines of the process that failed.
 */
export async function startSystem(options: SystemOptions): Promise<RunningSystem> {
  const { gateways = 1, redisUrl, distDir, log } = options;
  if (gateways > 1 && redisUrl === undefined)
    throw new StartupError(`${gateways} realtime gateways need a Redis between them.`);
  const port = options.port ?? (await freePort());
  const origin = options.publicOrigin ?? `http://localhost:${port}`;
  const rpcSecret = options.rpcSecret ?? randomBytes(32).toString('hex');
  const planned = planProcesses(
    { ...options, gateways, publicOrigin: origin, rpcSecret, outboxDir: outboxIn(options.dataDir) },
    await freePorts(portsNeeded(gateways)),
  );
  const shapes = (await options.rewire?.(planned)) ?? planned;
  const surroundings = {
    ...{ distDir, log, record: options.record },
    logDir: join(options.dataDir, 'logs'),
    node: options.node ?? process.execPath,
    restart: options.restart ?? true,
  };
  const parts = new Map(shapes.map((shape) => [shape.name, { shape, process: systemProcess(shape, surroundings) }]));
  let front: Front | undefined;
  const giveUp = new AbortController();
  const signal = AbortSignal.any([giveUp.signal, ...(options.signal ? [options.signal] : [])]);

  async function ready(name: string, deadlineMs = READY_DEADLINE_MS): Promise<void> {
    const part = parts.get(name);
    if (part === undefined) throw new Error(`There is no process "${name}".`);
    await untilReady(part.process, { opsPort: part.shape.opsPort, deadlineMs, signal });
  }

  async function stop(): Promise<void> {
    giveUp.abort(new Error('the system is being stopped'));
    await front?.stop();
    const all = [...parts.values()];
    const owners = all.filter(({ shape }) => isOwner(shape));
    await Promise.all(all.filter(({ shape }) => !isOwner(shape)).map(({ process }) => process.stop(QUICK_STOP)));
    await Promise.all(owners.map(({ process }) => process.stop()));
  }

  try {
    for (const { process } of parts.values()) process.start();
    await Promise.all([...parts.keys()].map((name) => ready(name)));
    front = await openFront(options, port, origin, shapes);
  } catch (error) {
    await stop();
    throw error;
  }

  return {
    ...{ origin, port, ready, stop },
    apiPort: shapes.find(({ program }) => program === 'api-gateway')?.httpPort ?? 0,
    gatewayPorts: gatewaysOf(shapes).map(({ port }) => port),
    callEnv: callEnvironment(shapes, rpcSecret),
    processes: new Map([...parts].map(([name, { process }]) => [name, process])),
  };
}

async function openFront(
  { distDir, webPort }: SystemOptions,
  port: number,
  publicOrigin: string,
  shapes: readonly ProcessShape[],
): Promise<Front> {
  try {
    return await startFront({
      ...{ port, publicOrigin },
      apiPort: shapes.find(({ program }) => program === 'api-gateway')?.httpPort ?? 0,
      gateways: gatewaysOf(shapes),
      web: webPort === undefined ? { directory: join(distDir, 'apps/web/browser') } : { port: webPort },
    });
  } catch (error) {
    const reason = codeOf(error) === 'EADDRINUSE' ? 'it is in use by another program' : messageOf(error);
    throw new StartupError(`Port ${port} can't be listened on: ${reason}.`, { cause: error });
  }
}

function gatewaysOf(shapes: readonly ProcessShape[]): { name: string; port: number; opsPort: number }[] {
  return shapes.flatMap(({ name, program, httpPort, opsPort }) =>
    program === 'realtime-gateway' && httpPort !== null ? [{ name, port: httpPort, opsPort }] : [],
  );
}

function callEnvironment(shapes: readonly ProcessShape[], rpcSecret: string): Record<string, string> {
  const addresses = (program: ProgramName): string =>
    shapes
      .filter((shape) => shape.program === program)
      .map(({ rpcPort }) => `127.0.0.1:${rpcPort ?? 0}`)
      .join(',');
  return {
    USERS_RPC: addresses('users'),
    CHATROOMS_RPC: addresses('chatrooms'),
    MESSAGES_RPC: addresses('messages'),
    REALTIME_RPC: addresses('realtime-gateway'),
    RPC_SECRET: rpcSecret,
  };
}

function isOwner({ program }: ProcessShape): boolean {
  return DATABASES.some((name) => name === program);
}
