import { throwAwaySystem, type ThrowAwaySystem } from '@parley/testing';
import { dirname, join } from 'node:path';
import { CpuMeter } from './cpu';
import { Fronts, frontsNeeded } from './fronts';

/** What a storm breaks over. */
export interface Surroundings extends ThrowAwaySystem {
  readonly fronts: Fronts;
  /** Where each gateway answers for its health and metrics, by name. */
  readonly opsPorts: ReadonlyMap<string, number>;
  /** CPU of every part; `clients` is asked for the processes that carry the clients. */
  meter(clients: () => readonly number[]): CpuMeter;
}

const root = join(import.meta.dirname, '../../../..');
const GATEWAYS = 3;

export interface SurroundingsOptions {
  readonly connections: number;
  /** The built programs: those of this workspace by default. */
  readonly distDir?: string | undefined;
  /** Where each program leaves a CPU profile when it ends; none by default. */
  readonly profileDir?: string | undefined;
}

/** Starts the whole system with three gateways, and as many fronts as the descriptors of one process make necessary. */
export async function startSurroundings(options: SurroundingsOptions): Promise<Surroundings> {
  const { connections, distDir = join(root, 'dist'), profileDir } = options;
  const opsPorts = new Map<string, number>();
  const running = await throwAwaySystem({
    ...{ gateways: GATEWAYS, distDir },
    extraEnv: { all: { LOG_LEVEL: 'warn' } },
    rewire: async (shapes) => {
      for (const { name, program, opsPort } of shapes) if (program === 'realtime-gateway') opsPorts.set(name, opsPort);
      if (profileDir === undefined) return shapes;
      return shapes.map((shape) => {
        const main = shape.main ?? join(distDir, 'apps', shape.program, 'main.js');
        const env = { ...shape.env, PROFILE_MAIN: main, PROFILE_DIR: profileDir, PROFILE_NAME: shape.name };
        return { ...shape, env, main: join(import.meta.dirname, 'profiled.ts') };
      });
    },
  });
  const { system, postgres, redis, places } = running;
  const addresses = [...opsPorts].map(([name, opsPort], index) => ({
    ...{ name, opsPort },
    port: system.gatewayPorts[index] ?? 0,
  }));
  const fronts = await Fronts.open(
    frontsNeeded(connections),
    {
      ...{ publicOrigin: places.origin, apiPort: system.apiPort, gateways: addresses },
      web: { directory: dirname(distDir) },
    },
    profileDir,
  );
  return {
    ...{ ...running, fronts, opsPorts },
    meter: (clients) =>
      new CpuMeter(() => ({
        ...Object.fromEntries(
          [...system.processes].map(([name, { identity }]) => [name, identity === null ? [] : [identity.pid]]),
        ),
        fronts: fronts.pids,
        postgres: pidOf(postgres.process.identity),
        redis: pidOf(redis?.process?.identity ?? null),
        clients: clients(),
      })),
    stop: async () => {
      fronts.stop();
      await running.stop();
    },
  };
}

function pidOf(identity: { readonly pid: number } | null): number[] {
  return identity === null ? [] : [identity.pid];
}
