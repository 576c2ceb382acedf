import { setTimeout as pause } from 'node:timers/promises';
import type { Bench, BenchOptions } from '../bench';
import { measurePairs, quantile, type Aims, type Comparison, type Figures } from '../comparison';
import { withBothSides } from '../live/both-sides';
import { Crew } from '../live/crew';
import { since, times, totalMs, type Side } from '../live/side';
import { duringOf } from '../profile/profiling';

const CONNECTIONS = 2_000;
const DEVICES = 10;
/** People in a room, and rooms of each. */
const ROOM = 10;
const ROOMS_EACH = 20;
const BUSY_ROOMS = 2_000;
/** Each of the two processes opens so many at once: more than a gateway lets in at once, as after a cut. */
const AT_ONCE = 128;
/** How often the one in very many rooms connects. */
const TIMES = 5;
/** Until those who have left are gone, rooms and all: longer than somebody who leaves is still shown as there. */
const REST_MS = 6_000;
const IDLE_MS = 10_000;

/** Of somebody in a score of rooms. */
const aims: Aims = { 'CPU ms/join': { of: 'ours', atMost: 2 } };

export const join: Bench<Comparison[]> = {
  summary:
    '2,000 connections that begin at once (--size), of members of 20 rooms, and one of a member of 2,000, beside bare Socket.IO',
  run({ pairs, size = CONNECTIONS, say, profiling }: BenchOptions) {
    const members = ROOM * DEVICES;
    const rooms = Math.max(1, Math.round(size / members));
    const shape = { rooms, members, devices: DEVICES, roomsEach: ROOMS_EACH, busyRooms: BUSY_ROOMS };
    return withBothSides(shape, { say, profiling }, async (ours, bare) => {
      const name = `${rooms * members} at once, members of ${ROOMS_EACH} rooms`;
      const turn = { pairs, say, profiling };
      const all = await inTurn([ours, bare], { ...turn, name, count: 1, aims });
      const alone = [aloneAt(ours), aloneAt(bare)] as const;
      const busy = await inTurn(alone, { ...turn, name: `a member of ${BUSY_ROOMS} rooms`, count: TIMES, aims: {} });
      return [...all, ...busy];
    });
  },
};

/** The side with nobody but the one in very many rooms. */
function aloneAt({ busy, ...side }: Side): Side {
  return { ...side, seats: busy === undefined ? [] : [busy] };
}

interface Turn extends Pick<BenchOptions, 'pairs' | 'say' | 'profiling'> {
  readonly name: string;
  /** How often all come and leave in one measurement. */
  readonly count: number;
  readonly aims: Aims;
}

async function inTurn(
  [ours, bare]: readonly [Side, Side],
  { name, pairs, say, profiling, count, aims }: Turn,
): Promise<Comparison[]> {
  say(`${name} …`);
  const [oursCrew, bareCrew] = [new Crew(ours), new Crew(bare)];
  try {
    // The first of all have a gateway fetch what every later one finds there.
    for (const crew of [oursCrew, bareCrew]) await crew.connect({ atOnce: AT_ONCE }).then(() => crew.leave());
    await pause(REST_MS);
    return await measurePairs(
      name,
      pairs,
      {
        ours: () => duringOf(profiling, 'parley')(name, () => storm(oursCrew, ours, count)),
        baseline: () => duringOf(profiling, 'bare')(name, () => storm(bareCrew, bare, count)),
      },
      aims,
    );
  } finally {
    for (const crew of [oursCrew, bareCrew]) crew.stop();
  }
}

/** All come, and leave again, so many times. What coming and leaving cost is told without what the side uses with nobody there. */
async function storm(crew: Crew, side: Side, count: number): Promise<Figures> {
  const idle = await crew.idle(IDLE_MS);
  const [before, from] = [side.used(), performance.now()];
  const joinMs: number[] = [];
  let openingMs = 0;
  for (let time = 0; time < count; time++) {
    const openedFrom = performance.now();
    joinMs.push(...(await crew.connect({ atOnce: AT_ONCE })));
    openingMs += performance.now() - openedFrom;
    if (time === count - 1) await pause(REST_MS);
    await crew.leave();
    await pause(REST_MS);
  }
  const used = totalMs(since(before, side.used()));
  const anyway = totalMs(times(idle, (performance.now() - from) / 1_000));
  return {
    'CPU ms/join': (used - anyway) / joinMs.length,
    'joins/s': joinMs.length / (openingMs / 1_000),
    'join p50 ms': quantile(joinMs, 0.5),
    'join p99 ms': quantile(joinMs, 0.99),
  };
}
