import { randomUUID } from 'node:crypto';
import type { Seat } from './side';
import { now, WireClient } from './wire-client';

/** What whoever leads the load tells a process that carries connections. */
export type WorkerOrder =
  | { readonly type: 'connect'; readonly seats: readonly Seat[] }
  | {
      readonly type: 'load';
      /** Messages a second, or how many are under way at any time. */
      readonly pace: { readonly perSecond: number } | { readonly inFlight: number };
      readonly ms: number;
      readonly characters: number;
    };

export type WorkerReport =
  | { readonly type: 'connected' }
  | { readonly type: 'failed'; readonly reason: string }
  | {
      readonly type: 'loaded';
      readonly acknowledged: number;
      readonly refused: number;
      /** From sending to hearing, and to the acknowledgement, in milliseconds. */
      readonly deliveryMs: readonly number[];
      readonly ackMs: readonly number[];
    };

/** Connections that are being opened at once. */
const OPENING = 16;
const TICK_MS = 5;
/** What was sent at the end is waited for so long. */
const SETTLE_MS = 1_000;

const clients: WireClient[] = [];
let deliveryMs: number[] = [];

process.on('message', (order: WorkerOrder) => {
  const work = order.type === 'connect' ? connect(order.seats) : load(order);
  work.then(tell, (error: unknown) => tell({ type: 'failed', reason: String(error) }));
});
process.on('disconnect', () => process.exit());

function tell(report: WorkerReport): void {
  process.send?.(report);
}

async function connect(seats: readonly Seat[]): Promise<WorkerReport> {
  let next = 0;
  const open = async (): Promise<void> => {
    for (let seat = seats[next++]; seat !== undefined; seat = seats[next++]) await enter(seat);
  };
  await Promise.all(Array.from({ length: OPENING }, open));
  return { type: 'connected' };
}

function enter(seat: Seat): Promise<void> {
  return new Promise((resolve, reject) => {
    const client = new WireClient(seat, {
      connected: resolve,
      heard: (sentAt) => void deliveryMs.push(now() - sentAt),
      closed: (reason) => {
        reject(new Error(reason));
        // A connection that ends later spoils what is measured.
        tell({ type: 'failed', reason });
      },
    });
    clients.push(client);
  });
}

async function load({ pace, ms, characters }: Extract<WorkerOrder, { type: 'load' }>): Promise<WorkerReport> {
  deliveryMs = [];
  const ackMs: number[] = [];
  let [turn, acknowledged, refused] = [0, 0, 0];
  const say = async (): Promise<void> => {
    const client = clients[turn++ % clients.length];
    const roomId = client?.seat.rooms[0];
    if (client === undefined || roomId === undefined) throw new Error('Nobody is there to say anything.');
    const sentAt = performance.now();
    if (await client.send(roomId, randomUUID(), characters)) acknowledged++;
    else refused++;
    ackMs.push(performance.now() - sentAt);
  };
  const endsAt = performance.now() + ms;
  if ('inFlight' in pace) {
    const keepOn = async (): Promise<void> => {
      while (performance.now() < endsAt) await say();
    };
    await Promise.all(Array.from({ length: pace.inFlight }, keepOn));
  } else {
    const underWay: Promise<void>[] = [];
    let [due, before] = [0, performance.now()];
    while (performance.now() < endsAt) {
      await new Promise((resolve) => setTimeout(resolve, TICK_MS));
      due += ((performance.now() - before) / 1_000) * pace.perSecond;
      before = performance.now();
      for (; due >= 1; due--) underWay.push(say());
    }
    await Promise.all(underWay);
  }
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  return { type: 'loaded', acknowledged, refused, deliveryMs, ackMs };
}
