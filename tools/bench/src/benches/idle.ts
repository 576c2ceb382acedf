import { setTimeout as pause } from 'node:timers/promises';
import type { Bench, BenchOptions } from '../bench';
import { compare, type Aims, type Comparison, type Figures } from '../comparison';
import { bareSide } from '../live/bare-side';
import { Crew } from '../live/crew';
import { parleySide } from '../live/parley-side';
import { totalMs, type Side } from '../live/side';
import { duringOf, type During, type ProfiledSide } from '../profile/profiling';

const CONNECTIONS = 5_000;
/** Connections of each person: half of what the contract allows. */
const DEVICES = 10;
/** People in a room. */
const ROOM = 10;
const REST_MS = 3_000;
/** Opened over at least the time between two pings of Engine.IO, and so far apart: pings then come evenly, as from people who came at all times, not all in a moment, which is cheaper. */
const PING_INTERVAL_MS = 25_000;
const APART_MS = 4;
const IDLE_MS = 30_000;

const aims: Aims = {
  'KiB/connection': { of: 'ours', atMost: 22 },
  'CPU ms/join': { of: 'ours', atMost: 2 },
  'idle CPU ms/s': { of: 'ratio', atMost: 1.25 },
};

export const idle: Bench<Comparison[]> = {
  summary:
    '5,000 connections that say nothing (--size), beside bare Socket.IO: memory, processor time of each, and of opening one',
  async run({ pairs, size = CONNECTIONS, say, profiling }: BenchOptions) {
    const members = ROOM * DEVICES;
    const shape = { rooms: Math.max(1, Math.round(size / members)), members, devices: DEVICES };
    const during = (side: ProfiledSide): During => duringOf(profiling, side);
    const measured: { ours: Figures; baseline: Figures }[] = [];
    for (let pair = 0; pair < pairs; pair++) {
      say(`${pair + 1} of ${pairs} …`);
      const ours = await sit(await parleySide({ ...shape, say, profiling }), during('parley'));
      measured.push({ ours, baseline: await sit(await bareSide({ ...shape, profiling }), during('bare')) });
    }
    return compare(`${shape.rooms * members} idle connections`, measured, aims);
  },
};

/**
 * Opens all connections of a side that has just been started, one half after the other, and lets them sit. What the second half adds to its memory is what a connection
 * takes where there are many; the first also has a process grow that had done nothing yet.
 */
async function sit(side: Side, during: During): Promise<Figures> {
  const { seats } = side;
  const half = Math.ceil(seats.length / 2);
  const crews = [seats.slice(0, half), seats.slice(half)].map((some) => new Crew({ ...side, seats: some }));
  try {
    await pause(REST_MS);
    const held = [side.heldBytes()];
    const usedBefore = totalMs(side.used());
    const openedFrom = performance.now();
    await during('opening', async () => {
      for (const crew of crews) {
        await crew.connect({ overMs: Math.max(PING_INTERVAL_MS, seats.length * APART_MS) / crews.length });
        held.push(side.heldBytes());
      }
    });
    const opening = totalMs(side.used()) - usedBefore;
    const seconds = (performance.now() - openedFrom) / 1_000;
    await pause(REST_MS);
    const [parts = {}] = await during('idling', () => Promise.all(crews.map((crew) => crew.idle(IDLE_MS))));
    const idling = totalMs(parts);
    const [none = 0, some = 0, all = 0] = held;
    return {
      'KiB/connection': (all - none) / 1_024 / seats.length,
      'KiB/further connection': (all - some) / 1_024 / (seats.length - half),
      // Less what those cost meanwhile who are there already: at first nobody, at last all.
      'CPU ms/join': (opening - (idling * seconds) / 2) / seats.length,
      'idle CPU ms/s': idling,
      '… of gateways': parts.gateways ?? 0,
    };
  } finally {
    for (const crew of crews) crew.stop();
    await side.stop();
  }
}
