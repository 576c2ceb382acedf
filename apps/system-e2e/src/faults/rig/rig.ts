import { freePorts, type SupervisedProcess } from '@parley/server-embedded';
import { throwAwaySystem, type RedisKind, type ThrowAwaySystem } from '@parley/testing';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Clocks } from './clocks';
import type { Link } from './link';
import { SmallDisk } from './small-disk';
import { Wiring } from './wiring';

export const GATEWAYS = 3;
/** A process that is starting, or that a busy machine keeps from running, does not answer at once. */
const CONTROL_TRIES = 20;
/** Programs that have a test build with failpoints. */
const FAULTY = ['messages', 'realtime-gateway'];
const root = join(import.meta.dirname, '../../../../..');

export interface RigOptions {
  /** A mistake to plant into the test builds. */
  readonly plant?: string | undefined;
  readonly extraEnv?: Readonly<Record<string, string>>;
  /** Whether PostgreSQL is on a disk of its own that can be filled; needs root on Linux. */
  readonly smallDisk?: boolean;
  readonly redis?: RedisKind;
  readonly log: (line: string) => void;
}

/** The whole system as processes, with a link on every way between them and failpoints in two of its programs. */
export interface Rig {
  readonly running: ThrowAwaySystem;
  readonly wiring: Wiring;
  /** Where clients go: through a link that the front is behind. */
  readonly origin: string;
  /** Each gateway's own door, through a link. */
  readonly doors: readonly Link[];
  readonly clocks: Clocks;
  /** The disk under PostgreSQL, where it has one of its own. */
  readonly disk: SmallDisk | null;
  /** The database of messages, past all links. */
  readonly messagesUrl: string;
  process(name: string): SupervisedProcess;
  /** Has a process die at its next passage but `skip` through a failpoint. */
  arm(process: string, point: string, skip: number): Promise<void>;
  /** Takes that back: it does not die there any more. */
  disarm(process: string, point: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts everything: three realtime gateways, every service, PostgreSQL and Redis. */
export async function startRig({
  plant,
  extraEnv = {},
  smallDisk = false,
  redis = 'single',
  log,
}: RigOptions): Promise<Rig> {
  const wiring = new Wiring();
  const controls = new Map<string, number>();
  const clocks = await Clocks.open();
  let disk: SmallDisk | null = null;
  const distDir = join(root, 'dist');
  const running = await throwAwaySystem({
    ...{ gateways: GATEWAYS, redis, distDir, log, durable: true },
    extraEnv: { all: { LOG_LEVEL: 'warn', ...extraEnv } },
    ...(smallDisk && {
      prepareDisk: async (directory: string) => {
        const mounted = await SmallDisk.mount(directory);
        disk = mounted;
        return () => mounted.unmount();
      },
    }),
    rewire: async (shapes) => {
      const faulty = shapes.filter(({ program }) => FAULTY.includes(program));
      const ports = await freePorts(faulty.length);
      for (const [index, { name }] of faulty.entries()) controls.set(name, ports[index] ?? 0);
      const wired = await wiring.rewire(shapes);
      return wired.map((plain) => {
        const shape = { ...plain, env: { ...plain.env, ...clocks.environment(plain.name) } };
        const port = controls.get(shape.name);
        if (port === undefined) return shape;
        const env = { ...shape.env, FAILPOINTS_PORT: String(port), ...(plant !== undefined && { PLANT: plant }) };
        return { ...shape, env, main: join(distDir, 'faults/apps', shape.program, 'main.js') };
      });
    },
  });
  const { system, postgres, stop } = running;
  const front = await wiring.add('clients->front', { host: '127.0.0.1', port: system.port });
  const doors = await Promise.all(
    system.gatewayPorts.map((port, index) =>
      wiring.add(`clients->realtime-gateway-${index + 1}`, { host: '127.0.0.1', port }),
    ),
  );
  const control = async (method: string, process: string, query: string): Promise<void> => {
    const url = `http://127.0.0.1:${controls.get(process) ?? 0}/?${query}`;
    for (let tries = 1; ; tries++) {
      const { status } = await fetch(url, { method, signal: AbortSignal.timeout(2_000) }).catch(() => ({ status: 0 }));
      if (status === 204) return;
      if (tries === CONTROL_TRIES) throw new Error(`${method} ${query} of ${process} answered ${status}.`);
      await pause(500);
    }
  };
  return {
    ...{ running, wiring, doors, clocks, disk },
    origin: `http://127.0.0.1:${front.port}`,
    messagesUrl: postgres.urlFor('messages'),
    process(name) {
      const process =
        name === 'postgres' ? postgres.process : name === 'redis' ? running.redis?.process : system.processes.get(name);
      if (!process) throw new Error(`There is no process ${name}.`);
      return process;
    },
    arm: (process, point, skip) => control('POST', process, `point=${point}&skip=${skip}`),
    disarm: (process, point) => control('DELETE', process, `point=${point}`),
    async stop() {
      await stop();
      await wiring.close();
      await clocks.close();
    },
  };
}
