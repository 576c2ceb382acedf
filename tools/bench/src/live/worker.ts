import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { keepPace } from './keep-pace';
import type { Seat } from './side';
import { now, WireClient } from './wire-client';
import type { LoadedReport, WorkerOrder, WorkerReport } from './worker-words';

const TICK_MS = 5;
/** A message that is not acknowledged for so long will never be. */
const PATIENCE_MS = 30_000;

/** One connection, and the names of what it has heard of the present load: who is told something twice has heard it once. */
interface Listener {
  readonly client: WireClient;
  readonly heard: Set<string>;
  isLeaving: boolean;
}

const listeners: Listener[] = [];
let present = { number: 0, isOpen: false, inTime: 0, deliveryMs: [] as number[] };

process.on('message', (order: WorkerOrder) => {
  carryOut(order).then(tell, (error: unknown) => tell({ type: 'failed', reason: String(error) }));
});
process.on('disconnect', () => process.exit());

function tell(report: WorkerReport): void {
  process.send?.(report);
}

async function carryOut(order: WorkerOrder): Promise<WorkerReport> {
  switch (order.type) {
    case 'connect':
      return { type: 'connected', joinMs: await connect(order) };
    case 'leave':
      for (const listener of listeners.splice(0)) {
        listener.isLeaving = true;
        listener.client.close();
      }
      return { type: 'left' };
    case 'load':
      return load(order);
    case 'count':
      return { type: 'counted', heard: present.deliveryMs.length };
    case 'tell':
      return { type: 'heard', deliveryMs: present.deliveryMs, inTime: present.inTime };
  }
}

async function connect({ seats, atOnce, overMs = 0 }: Extract<WorkerOrder, { type: 'connect' }>): Promise<number[]> {
  const joinMs: number[] = [];
  const startedAt = performance.now();
  let next = 0;
  const open = async (): Promise<void> => {
    for (let turn = next++; turn < seats.length; turn = next++) {
      const waitMs = startedAt + (turn / seats.length) * overMs - performance.now();
      if (waitMs > 0) await pause(waitMs);
      joinMs.push(await enter(seats[turn] as Seat));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, open));
  return joinMs;
}

/** Resolves with how long it took. */
function enter(seat: Seat): Promise<number> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const heard = new Set<string>();
    const client = new WireClient(seat, {
      connected: () => resolve(performance.now() - startedAt),
      heard: (sentAt, name) => hear(heard, sentAt, name),
      closed: (reason) => {
        if (listener.isLeaving) return;
        reject(new Error(reason));
        // A connection that ends later spoils what is measured.
        tell({ type: 'failed', reason });
      },
    });
    const listener: Listener = { client, heard, isLeaving: false };
    listeners.push(listener);
  });
}

function hear(heard: Set<string>, sentAt: number, name: string): void {
  if (!name.startsWith(`${present.number}-`) || heard.has(name)) return;
  heard.add(name);
  present.deliveryMs.push(now() - sentAt);
  if (present.isOpen) present.inTime++;
}

async function load({ number, pace, ms, characters }: Extract<WorkerOrder, { type: 'load' }>): Promise<LoadedReport> {
  for (const { heard } of listeners) heard.clear();
  const mine = { number, isOpen: true, inTime: 0, deliveryMs: [] as number[] };
  present = mine;
  const ackMs: number[] = [];
  const byRoom: Record<string, number> = {};
  let [turn, acknowledged, late, refused] = [0, 0, 0, 0];
  const say = async (dueAt = performance.now()): Promise<void> => {
    const client = listeners[turn++ % listeners.length]?.client;
    const roomId = client?.seat.rooms[0];
    if (client === undefined || roomId === undefined) throw new Error('Nobody is there to say anything.');
    const words = { roomId, name: `${number}-${process.pid}-${turn}`, characters };
    const isOk = await client.send(randomUUID(), words, performance.timeOrigin + dueAt);
    ackMs.push(performance.now() - dueAt);
    if (!isOk) refused++;
    else {
      byRoom[roomId] = (byRoom[roomId] ?? 0) + 1;
      if (mine.isOpen) acknowledged++;
      else late++;
    }
  };
  const startedAt = performance.now();
  let elapsedMs = 0;
  setTimeout(() => {
    mine.isOpen = false;
    elapsedMs = performance.now() - startedAt;
  }, ms);
  await ('inFlight' in pace
    ? keepUnderWay(pace.inFlight, () => mine.isOpen, say)
    : inTime(await keepPace({ perSecond: pace.perSecond, ms, say })));
  return { type: 'loaded', elapsedMs, acknowledged, late, refused, byRoom, ackMs };
}

async function keepUnderWay(count: number, isOpen: () => boolean, say: () => Promise<void>): Promise<void> {
  const keepOn = async (): Promise<void> => {
    while (isOpen()) await say();
  };
  const workers = Array.from({ length: count }, keepOn);
  // Whoever waits for an answer at the end is waited for as long as anybody.
  const ended = (async () => {
    while (isOpen()) await rest();
  })();
  await Promise.all([ended, ended.then(() => inTime(workers))]);
}

function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, TICK_MS));
}

/** @throws Error where some of them are not done within the patience */
async function inTime(work: readonly Promise<void>[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`A message was not acknowledged within ${PATIENCE_MS / 1_000} s.`)),
      PATIENCE_MS,
    );
  });
  await Promise.race([Promise.all(work), late]).finally(() => clearTimeout(timer));
}
