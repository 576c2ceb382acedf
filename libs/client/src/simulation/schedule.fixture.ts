import fc from 'fast-check';
import type { Core, CoreOptions } from '../core';
import type { ModelRoom } from '../sync/model-room.fixture';
import { broken, differs } from './invariants.fixture';
import { BEN, World } from './world.fixture';

// Errors are made by the thousand here and their stacks looked at by nobody: they would take longer than all the rest.
Error.stackTraceLimit = 0;

/** One thing that happens: what, to which of the devices, how long after the one before, and a number for whatever there is to choose. */
type Step = readonly [what: keyof typeof actions, device: number, gapMs: number, pick: number];

/** A whole run: all chance in it comes from `seed`. */
export interface Schedule {
  readonly seed: number;
  readonly before: number;
  readonly lost: number;
  readonly doubled: number;
  readonly hopMs: number;
  readonly twoRooms: boolean;
  readonly twoTabs: boolean;
  /** Whether the overview's first page shows none of the rooms. */
  readonly isBeyond: boolean;
  /** How long an access token lasts, in virtual milliseconds. */
  readonly tokenMs: number;
  readonly steps: readonly Step[];
}

/** What a run was made of. */
export interface Tally {
  schedules: number;
  steps: number;
  moments: number;
}

/** How long everything may take to be the same everywhere once all is well again, in virtual milliseconds: the slowest way is the check of all rooms. */
const CONVERGE_MS = 200_000;
const CHECK_EVERY_MS = 1_500;

const roomOf = (world: World, pick: number): string => (pick % 3 === 0 && world.system.rooms.has('r2') ? 'r2' : 'r1');

/** Everything that may happen, with its weight. */
const actions = {
  send: [10, (world: World, device: number, pick: number) => void sendFrom(world, device, pick)],
  sendThree: [
    2,
    (world: World, device: number, pick: number) => {
      for (let i = 0; i < 3; i++) sendFrom(world, device, pick);
    },
  ],
  edit: [3, (world: World, device: number, pick: number) => change(world, device, pick, 'edit')],
  remove: [2, (world: World, device: number, pick: number) => change(world, device, pick, 'remove')],
  read: [
    3,
    (world: World, device: number, pick: number) => {
      world.devices[device]?.read(roomOf(world, pick), pick % 4);
    },
  ],
  expire: [
    1.5,
    (world: World, device: number) => {
      const seat = world.devices[device]?.seat;
      if (seat) world.system.network.expire(seat.machine);
    },
  ],
  // Somebody looks at a room for a while that they do not look at otherwise.
  peek: [
    1,
    (world: World, device: number, pick: number) => {
      const room = world.devices[device]?.core?.rooms.room(roomOf(world, pick));
      if (!room || room.isInView) return;
      void room.open();
      world.devices[device]?.seat?.machine.after(pick * 20, () => {
        room.close();
        room.rest();
      });
    },
  ],
  cut: [
    2,
    (world: World, device: number) => {
      const seat = world.devices[device]?.seat;
      if (seat) world.system.network.cut(seat.userId, seat.machine);
    },
  ],
  offline: [
    2,
    (world: World, device: number, pick: number) => {
      const seat = world.devices[device]?.seat;
      if (!seat) return;
      seat.offline = true;
      world.system.network.cut(seat.userId, seat.machine);
      world.time.after(200 + pick * 20, () => (seat.offline = false));
    },
  ],
  stall: [
    1,
    (world: World, device: number) => {
      const seat = world.devices[device]?.seat;
      if (seat) world.system.network.stall(seat.machine);
    },
  ],
  crash: [
    2,
    (world: World, device: number, pick: number) => {
      world.devices[device]?.crash();
      world.time.after(50 + pick * 10, () => world.devices[device]?.start());
    },
  ],
  killGateway: [
    2,
    (world: World, _device: number, pick: number) => {
      const gateway = world.system.network.gateways[pick % 2];
      if (!gateway?.alive) return;
      world.system.network.kill(gateway);
      world.time.after(300 + pick * 10, () => (gateway.alive = true));
    },
  ],
  drain: [
    1,
    (world: World, _device: number, pick: number) => {
      const gateway = world.system.network.gateways[pick % 2];
      if (!gateway) return;
      world.system.network.troubles++;
      world.system.network.tell(gateway, () => true, 'server:draining', { reconnectWithinMs: 1_000 });
    },
  ],
  serviceDown: [
    1,
    (world: World, _device: number, pick: number) => {
      world.system.network.troubles++;
      world.system.serviceDown = true;
      world.time.after(100 + pick * 20, () => {
        world.system.network.troubles++;
        world.system.serviceDown = false;
      });
    },
  ],
  older: [
    2,
    (world: World, device: number) => {
      const room = world.devices[device]?.core?.rooms.room('r1');
      room?.loadOlder().catch(() => undefined);
    },
  ],
  jump: [
    1,
    (world: World, device: number, pick: number) => {
      const room = world.devices[device]?.core?.rooms.room('r1');
      const to = pick % 2 === 0 ? room?.loadNewest() : room?.loadAround(1 + (pick % 30));
      to?.catch(() => undefined);
    },
  ],
  newer: [
    1,
    (world: World, device: number) => {
      const room = world.devices[device]?.core?.rooms.room('r1');
      room?.loadNewer().catch(() => undefined);
    },
  ],
  discard: [
    1,
    (world: World, device: number, pick: number) => {
      const outbox = world.devices[device]?.core?.outbox;
      const entries = outbox?.entries.get() ?? [];
      const entry = entries[pick % Math.max(1, entries.length)];
      if (!outbox || !entry || entry.status === 'sending') return;
      outbox.discard(entry.clientMessageId);
      world.discarded.push(entry.clientMessageId);
    },
  ],
  // Somebody is put out of a room, mostly to come in again.
  leave: [
    1.5,
    (world: World, device: number, pick: number) => {
      const room = world.system.rooms.get(roomOf(world, pick));
      const userId = world.devices[device]?.options.userId;
      const [from, to] = [pick, pick + 1].map((n) => world.system.network.gateways[n % 2]);
      if (!room || userId === undefined || !from || !to) return;
      world.system.remove(room, userId, from);
      if (pick % 4 === 0) return;
      world.time.after(pick * 20, () => {
        world.system.add(room, userId, to);
        if (pick % 2 === 1) return;
        // Whoever takes them in may write at once, before they hear the room, and change what they wrote while that is read; nobody is told of it but afterwards.
        flood(room, 1 + (pick % 5));
        const seq = room.messages.length;
        world.time.after(pick, () =>
          room.alter(seq, { text: 'changed', editedAt: new Date(world.time.now).toISOString() }),
        );
      });
    },
  ],
  // Somebody else's doing that nobody is told of.
  silent: [2, (world: World, _device: number, pick: number) => flood(world.system.rooms.get('r1'), 1 + (pick % 5))],
  flood: [0.3, (world: World, _device: number, pick: number) => flood(world.system.rooms.get('r1'), 150 + pick * 4)],
} as const satisfies Record<string, readonly [number, (world: World, device: number, pick: number) => void]>;

function sendFrom(world: World, device: number, pick: number): void {
  const from = world.devices[device];
  from?.send(roomOf(world, pick), `${from.name} ${from.sent.length + 1}`);
}

function flood(room: ModelRoom | undefined, count: number): void {
  for (let i = 0; i < count; i++) room?.append(BEN, `flood-${room.messages.length}`, 'flood');
}

function change(world: World, device: number, pick: number, how: 'edit' | 'remove'): void {
  const { core, options } = world.devices[device] ?? {};
  const room = core?.rooms.room('r1');
  const own = room?.state
    .get()
    .messages.filter(({ senderId, deletedAt }) => senderId === options?.userId && deletedAt === null);
  const message = own?.[pick % Math.max(1, own.length)];
  if (!room || !message) return;
  const done = how === 'edit' ? room.edit(message.seq, `edited ${pick}`) : room.remove(message.seq);
  done.catch(() => undefined);
}

const what = fc.oneof(
  ...Object.entries(actions).map(([name, [weight]]) => ({
    weight: Math.round(weight * 10),
    arbitrary: fc.constant(name as keyof typeof actions),
  })),
);

/** Every schedule: who does what when, in which weather. */
export const schedules: fc.Arbitrary<Schedule> = fc.record({
  seed: fc.nat(),
  before: fc.constantFrom(0, 2, 20, 70, 130),
  lost: fc.constantFrom(0, 0.1, 0.5),
  doubled: fc.constantFrom(0, 0.2),
  hopMs: fc.constantFrom(5, 60, 400),
  twoRooms: fc.nat(3).map((n) => n === 3),
  twoTabs: fc.nat(3).map((n) => n === 3),
  isBeyond: fc.boolean(),
  tokenMs: fc.constantFrom(Infinity, Infinity, 6_000, 20_000),
  steps: fc.array(fc.tuple(what, fc.nat(2), fc.constantFrom(0, 1, 3, 10, 40, 150, 600, 2_500), fc.nat(99)), {
    minLength: 1,
    maxLength: 14,
  }),
});

/** Carries a schedule out on the real SDK. @throws Error that says which promise was broken */
export async function run(schedule: Schedule, tally?: Tally, makeCore?: (options: CoreOptions) => Core): Promise<void> {
  const { lost, doubled, hopMs } = schedule;
  const world = new World({ ...schedule, weather: { lost, doubled, hopMs }, makeCore });
  await world.time.pass(50);
  for (const [name, device, gapMs, pick] of schedule.steps) {
    await world.time.pass(gapMs);
    actions[name][1](world, device % world.devices.length, pick);
  }
  // What the last step began is under way when the weather clears.
  await world.time.pass(hopMs);
  world.mend();
  const problem = await converge(world);
  if (tally) {
    tally.schedules++;
    tally.steps += schedule.steps.length;
    tally.moments += world.time.moments;
  }
  for (const device of world.devices) device.crash();
  if (problem) throw new Error(problem);
}

async function converge(world: World): Promise<string | null> {
  let problem: string | null = null;
  for (let passed = 0; passed < CONVERGE_MS; passed += CHECK_EVERY_MS) {
    await world.time.pass(CHECK_EVERY_MS);
    const wrong = world.devices.find((device) => device.wrong)?.wrong;
    if (wrong) return wrong;
    problem = world.devices.map((device) => differs(device, world)).find((each) => each !== null) ?? null;
    if (problem === null) return broken(world);
  }
  return `not the same after ${CONVERGE_MS / 1_000} s: ${problem}`;
}
