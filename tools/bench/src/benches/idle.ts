import { setTimeout as pause } from 'node:timers/promises';
import type { Bench, BenchOptions } from '../bench';
import { compare, type Comparison, type Figures } from '../comparison';
import { bareSide } from '../live/bare-side';
import { Crew } from '../live/crew';
import { parleySide } from '../live/parley-side';
import { totalMs, type Side } from '../live/side';

const CONNECTIONS = 5_000;
const DEVICES = 50;
const ROOM = 10;
const REST_MS = 3_000;
const IDLE_MS = 30_000;

export const idle: Bench<Comparison[]> = {
  summary:
    '5,000 connections that say nothing (--size), beside bare Socket.IO: memory, processor time of each, and of opening one',
  async run({ pairs, size = CONNECTIONS, say }: BenchOptions) {
    const members = ROOM * DEVICES;
    const shape = { rooms: Math.max(1, Math.round(size / members)), members };
    const measured: { ours: Figures; baseline: Figures }[] = [];
    for (let pair = 0; pair < pairs; pair++) {
      say(`${pair + 1} of ${pairs} …`);
      const ours = await sit(await parleySide({ ...shape, devices: DEVICES, say }));
      measured.push({ ours, baseline: await sit(await bareSide(shape)) });
    }
    return compare(`${shape.rooms * members} idle connections`, measured);
  },
};

/** Opens all connections of a side that has just been started, and lets them sit. */
async function sit(side: Side): Promise<Figures> {
  const crew = new Crew(side);
  try {
    const count = side.seats.length;
    await pause(REST_MS);
    const [heldBefore, usedBefore] = [side.heldBytes(), totalMs(side.used())];
    const openedFrom = performance.now();
    await crew.connect();
    const seconds = (performance.now() - openedFrom) / 1_000;
    const opening = (totalMs(side.used()) - usedBefore) / count;
    await pause(REST_MS);
    const restedFrom = totalMs(side.used());
    await pause(IDLE_MS);
    return {
      'KiB/connection': (side.heldBytes() - heldBefore) / 1_024 / count,
      'CPU ms/join': opening,
      'joins/s': count / seconds,
      'idle CPU ms/s': (totalMs(side.used()) - restedFrom) / (IDLE_MS / 1_000),
    };
  } finally {
    crew.stop();
    await side.stop();
  }
}
