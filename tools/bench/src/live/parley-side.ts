import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { accessToken } from '@parley/contracts';
import { aPerson, throwAwaySystem, type Person, type Places } from '@parley/testing';
import type { EmbeddedPostgres } from '@parley/server-embedded';
import { Pool } from 'pg';
import { childrenOf, processorMs } from '../load';
import { fillOverview } from '../surroundings/many-rooms';
import type { Profiling } from '../profile/profiling';
import { heldBytes } from './held-bytes';
import { roomsByPerson, seatingOf, type Seating, type Shape } from './seating';
import { NODES, type Seat, type Side } from './side';

const root = join(import.meta.dirname, '../../../..');
const run = promisify(execFile);
const PROGRAMS = 'users,chatrooms,messages,api-gateway,realtime-gateway,web';
/** Passwords are hashed on few threads all the same. */
const AT_ONCE = 4;
/** Who shares the rooms of the one who is in very many. */
const GUESTS = 12;

export interface ParleySideOptions extends Shape {
  readonly say: (line: string) => void;
  readonly profiling?: Profiling | undefined;
}

/** The whole product, built and started as for the end-to-end tests but on a PostgreSQL that forces every commit to disk, with people in groups. */
export async function parleySide({ say, profiling, ...shape }: ParleySideOptions): Promise<Side> {
  const { nodes = NODES, busyRooms } = shape;
  say('Building …');
  const nx = join(root, 'node_modules/nx/dist/bin/nx.js');
  await run(process.execPath, [nx, 'run-many', '--target=build', `--projects=${PROGRAMS}`], {
    ...{ cwd: root, env: { ...process.env, NX_DAEMON: 'false' }, maxBuffer: 2 ** 26 },
  });
  const profiled = (program: string): Readonly<Record<string, string>> =>
    profiling === undefined
      ? {}
      : {
          NODE_OPTIONS: profiling
            .flags(`parley-${program}`)
            .map((flag) => JSON.stringify(flag))
            .join(' '),
        };
  const { places, system, postgres, redis, stop } = await throwAwaySystem({
    ...{ gateways: nodes, distDir: join(root, 'dist'), durable: true },
    extraEnv: {
      all: { LOG_LEVEL: 'warn' },
      // Tokens that last: a run takes longer than the ten minutes that they are good for otherwise.
      messages: profiled('messages'),
      users: { ACCESS_TOKEN_TTL_SECONDS: String(accessToken.maxLifetimeSeconds) },
      'realtime-gateway': { SOCKETS_PER_ADDRESS: '1000000', ...profiled('realtime-gateway') },
    },
  });
  try {
    const seating = seatingOf(shape);
    say(`Registering ${seating.people} people …`);
    const people = await inTurns(seating.people, () => aPerson(places));
    const roomsOf = roomsByPerson(seating, await groupsOf(seating, people));
    const seat = (person: Person | undefined, rooms: readonly string[], index: number): Seat => {
      const port = Number(new URL(places.gateways[index % nodes] ?? '').port);
      return { port, auth: JSON.stringify({ token: person?.grant.accessToken }), rooms };
    };
    const busy = busyRooms === undefined ? undefined : await aBusyPerson(places, postgres, busyRooms);
    const pidsOf = (name: string): number[] =>
      [...system.processes].flatMap(([key, { identity }]) => (key.startsWith(name) ? (identity?.pid ?? []) : []));
    return {
      seats: seating.connections.map((person, index) => seat(people[person], roomsOf[person] ?? [], index)),
      ...(busy === undefined ? {} : { busy: seat(busy, [], 0) }),
      stop,
      used: () => {
        const database = postgres.process.identity?.pid ?? 0;
        const gateways = processorMs(pidsOf('realtime-gateway'));
        return {
          ...{ gateways, services: processorMs(pidsOf('')) - gateways },
          database: processorMs([database, ...childrenOf(database)]),
          redis: processorMs([redis?.process?.identity?.pid ?? 0]),
        };
      },
      heldBytes: () => pidsOf('realtime-gateway').reduce((sum, pid) => sum + heldBytes(pid), 0),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The ids of the rooms, in their order; each is founded by the first of its people. */
function groupsOf({ rooms }: Seating, people: readonly Person[]): Promise<string[]> {
  return inTurns(rooms.length, async (index) => {
    const [founder, ...others] = (rooms[index] ?? []).flatMap((person) => people[person] ?? []);
    return founder === undefined ? '' : (await founder.groupWith(`Room ${index + 1}`, ...others)).id;
  });
}

async function aBusyPerson(places: Places, postgres: EmbeddedPostgres, rooms: number): Promise<Person> {
  const [busy, ...guests] = await inTurns(GUESTS + 1, () => aPerson(places));
  const pools = (['messages', 'chatrooms'] as const).map(
    (name) => new Pool({ connectionString: postgres.urlFor(name), max: 1 }),
  );
  try {
    const [messages, chatrooms] = pools as [Pool, Pool];
    const ids = guests.map(({ id }) => id);
    await fillOverview({ messages, chatrooms }, (busy as Person).id, ids, rooms);
    return busy as Person;
  } finally {
    await Promise.all(pools.map((pool) => pool.end()));
  }
}

async function inTurns<T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) made[index] = await make(index);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return made;
}
