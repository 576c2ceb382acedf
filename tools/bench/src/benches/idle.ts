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

/** Opens all connections of a side that has just been started, and lets them sit. */
async function sit(side: Side, during: During): Promise<Figures> {
  const crew = new Crew(side);
  try {
    const count = side.seats.length;
    await pause(REST_MS);
    const [heldBefore, usedBefore] = [side.heldBytes(), totalMs(side.used())];
    const openedFrom = performance.now();
    await during('opening', () => crew.connect());
    const seconds = (performance.now() - openedFrom) / 1_000;
    const opening = (totalMs(side.used()) - usedBefore) / count;
    await pause(REST_MS);
    const idling = await during('idling', () => crew.idle(IDLE_MS));
    return {
      'KiB/connection': (side.heldBytes() - heldBefore) / 1_024 / count,
      'CPU ms/join': opening,
      'joins/s': count / seconds,
      'idle CPU ms/s': totalMs(idling),
      '… of gateways': idling.gateways ?? 0,
    };
  } finally {
    crew.stop();
    await side.stop();
  }
}
