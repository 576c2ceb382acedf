import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOrStartRedis, freePort } from '@parley/server-embedded';
import { processorMs } from '../load';
import { heldBytes } from './held-bytes';
import { NODES, type Seat, type Shape, type Side } from './side';

const program = join(import.meta.dirname, '../../baselines/raw-socket-io.mjs');

/** Bare Socket.IO on as many processes and a Redis of its own, with the same rooms. */
export async function bareSide({ rooms, members, nodes: count = NODES }: Shape): Promise<Side> {
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-bare-'));
  const redis = await findOrStartRedis({ dataDir, log: () => undefined });
  const nodes: { readonly process: ChildProcess; readonly port: number }[] = [];
  const stop = async (): Promise<void> => {
    for (const { process } of nodes) process.kill('SIGKILL');
    await redis.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    for (let node = 0; node < count; node++) {
      const port = await freePort();
      const child = fork(program, [String(port), redis.url], { execArgv: [] });
      nodes.push({ process: child, port });
      await once(child, 'message');
    }
    const pids = nodes.map(({ process }) => process.pid ?? 0);
    const seats = Array.from({ length: rooms * members }, (_, index): Seat => {
      const room = `room-${Math.floor(index / members)}`;
      return { port: nodes[index % count]?.port ?? 0, auth: JSON.stringify({ rooms: [room] }), rooms: [room] };
    });
    return {
      ...{ seats, stop },
      used: () => ({ gateways: processorMs(pids), redis: processorMs([redis.process?.identity?.pid ?? 0]) }),
      heldBytes: () => pids.reduce((sum, pid) => sum + heldBytes(pid), 0),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
