import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOrStartRedis, freePort } from '@parley/server-embedded';
import { whenEnding } from '@parley/testing';
import { processorMs } from '../load';
import type { Profiling } from '../profile/profiling';
import { heldBytes } from './held-bytes';
import { roomsByPerson, seatingOf, type Shape } from './seating';
import { NODES, type Seat, type Side } from './side';

const program = join(import.meta.dirname, '../../baselines/raw-socket-io.mjs');

export interface BareSideOptions extends Shape {
  readonly profiling?: Profiling | undefined;
}

/** Bare Socket.IO on as many processes and a Redis of its own, with the same rooms. Nothing of it outlives this process, however that ends. */
export async function bareSide({ profiling, ...shape }: BareSideOptions): Promise<Side> {
  const { nodes: count = NODES, busyRooms } = shape;
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-bare-'));
  const redis = await findOrStartRedis({ dataDir, log: () => undefined });
  const nodes: { readonly process: ChildProcess; readonly port: number }[] = [];
  const kill = (): void => nodes.forEach(({ process }) => process.kill('SIGKILL'));
  const forget = whenEnding(() => {
    kill();
    redis.process?.kill('SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
  });
  const stop = async (): Promise<void> => {
    if (profiling !== undefined) await Promise.all(nodes.map(({ process }) => ended(process)));
    kill();
    await redis.stop();
    await rm(dataDir, { recursive: true, force: true });
    forget();
  };
  try {
    for (let node = 0; node < count; node++) {
      const port = await freePort();
      const child = fork(program, [String(port), redis.url], { execArgv: profiling?.flags('bare-gateway') ?? [] });
      nodes.push({ process: child, port });
      await ready(child);
    }
    const pids = nodes.map(({ process }) => process.pid ?? 0);
    const seating = seatingOf(shape);
    const names = seating.rooms.map((_, index) => `room-${index}`);
    const roomsOf = roomsByPerson(seating, names);
    const seat = (rooms: readonly string[], index: number): Seat => {
      return { port: nodes[index % count]?.port ?? 0, auth: JSON.stringify({ rooms }), rooms };
    };
    const busy = Array.from({ length: busyRooms ?? 0 }, (_, index) => `busy-${index}`);
    return {
      seats: seating.connections.map((person, index) => seat(roomsOf[person] ?? [], index)),
      ...(busyRooms === undefined ? {} : { busy: seat(busy, 0) }),
      stop,
      used: () => ({ gateways: processorMs(pids), redis: processorMs([redis.process?.identity?.pid ?? 0]) }),
      heldBytes: () => pids.reduce((sum, pid) => sum + heldBytes(pid), 0),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Has it end by itself, and so write its profile. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || !child.connected) return;
  const exit = once(child, 'exit');
  child.disconnect();
  await exit;
}

/** @throws Error where it ends instead */
async function ready(child: ChildProcess): Promise<void> {
  const over = new AbortController();
  const ended = once(child, 'exit', { signal: over.signal }).then(([code]) => {
    throw new Error(`The baseline did not start (exit code ${String(code)}).`);
  });
  ended.catch(() => undefined);
  await Promise.race([once(child, 'message', { signal: over.signal }), ended]);
  over.abort();
}
