import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { aPerson, throwAwaySystem, type Person } from '@parley/testing';
import { childrenOf, processorMs } from '../load';
import { heldBytes } from './held-bytes';
import { NODES, type Seat, type Shape, type Side } from './side';

const root = join(import.meta.dirname, '../../../..');
const run = promisify(execFile);
const PROGRAMS = 'users,chatrooms,messages,api-gateway,realtime-gateway,web';
/** Passwords are hashed on few threads all the same. */
const AT_ONCE = 4;

export interface ParleySideOptions extends Shape {
  /** Connections of each person; 1 by default. */
  readonly devices?: number;
  readonly say: (line: string) => void;
}

/** The whole product, built and started as for the end-to-end tests but on a PostgreSQL that forces every commit to disk, with people in groups. */
export async function parleySide({
  rooms,
  members,
  nodes = NODES,
  devices = 1,
  say,
}: ParleySideOptions): Promise<Side> {
  say('Building …');
  const nx = join(root, 'node_modules/nx/dist/bin/nx.js');
  await run(process.execPath, [nx, 'run-many', '--target=build', `--projects=${PROGRAMS}`], {
    ...{ cwd: root, env: { ...process.env, NX_DAEMON: 'false' }, maxBuffer: 2 ** 26 },
  });
  const { places, system, postgres, redis, stop } = await throwAwaySystem({
    ...{ gateways: nodes, distDir: join(root, 'dist'), durable: true },
    extraEnv: {
      all: { LOG_LEVEL: 'warn' },
      'realtime-gateway': { SOCKETS_PER_ADDRESS: '1000000', SOCKETS_PER_USER: '10000' },
    },
  });
  try {
    const count = (rooms * members) / devices;
    say(`Registering ${count} people …`);
    const people = await inTurns(count, () => aPerson(places));
    const perRoom = members / devices;
    const groups = await inTurns(rooms, async (index) => {
      const [founder, ...others] = people.slice(index * perRoom, (index + 1) * perRoom);
      return founder === undefined ? '' : (await founder.groupWith(`Room ${index + 1}`, ...others)).id;
    });
    const seats = Array.from({ length: rooms * members }, (_, index): Seat => {
      const person = people[index % count] as Person;
      const room = groups[Math.floor((index % count) / perRoom)] ?? '';
      const port = Number(new URL(places.gateways[index % nodes] ?? '').port);
      return { port, auth: JSON.stringify({ token: person.grant.accessToken }), rooms: [room] };
    });
    const pidsOf = (name: string): number[] =>
      [...system.processes].flatMap(([key, { identity }]) => (key.startsWith(name) ? (identity?.pid ?? []) : []));
    return {
      ...{ seats, stop },
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

async function inTurns<T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) made[index] = await make(index);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return made;
}
