import type { Pool } from 'pg';
import type { Bench } from '../bench';
import { measurePairs, quantile, type Comparison, type Figures } from '../comparison';
import { durableServices, type DurableServices } from '../surroundings/durable-services';
import { as, messagesClient } from '../surroundings/messages-client';
import { fillRoom, makeRooms, settle, type BenchRoom } from '../surroundings/rooms';
import { dropSearchIndex } from '../surroundings/search-index';

const SMALL = 10_000;
const LARGE = 1_000_000;
const LIMIT = 50;
const CALLS = 400;
/** OFFSET reads all that it passes over: a few calls tell enough. */
const OFFSET_CALLS = 10;

interface Question {
  readonly before?: number;
  readonly after?: number;
  readonly around?: number;
}

/** Each way of asking, at a place that changes from call to call. */
const questions: Readonly<Record<string, (length: number) => Question>> = {
  'the newest page': () => ({}),
  'the first page': () => ({ after: 0 }),
  'a page before': (length) => ({ before: 1 + Math.ceil(Math.random() * length) }),
  'a page after': (length) => ({ after: Math.floor(Math.random() * (length - LIMIT)) }),
  'a page around': (length) => ({ around: 1 + Math.floor(Math.random() * length) }),
};

export const page: Bench<Comparison[]> = {
  summary: 'a page of history in a long room, against a short room, a raw keyset query and OFFSET (--size 1000000)',
  async run({ pairs, size = LARGE, say }) {
    const services = await durableServices(['messages'], say);
    const messages = messagesClient(services);
    try {
      const pool = services.pool('messages', 1);
      const [small, large] = await makeRooms(pool, 2);
      if (!small || !large) throw new Error('No rooms were made.');
      say(`Filling a room with ${size} messages …`);
      // No page reads it, and it would take longer than everything else together.
      await dropSearchIndex(pool);
      await fillRoom(pool, small, SMALL);
      await fillRoom(pool, large, size);
      await settle(pool);
      const through = (room: BenchRoom, ask: () => Question) =>
        repeat(CALLS, () => messages.page({ roomId: room.roomId, limit: LIMIT, ...ask() }, as(room.userId)));
      const comparisons: Comparison[] = [];
      await through(large, () => ({}));
      for (const [name, question] of Object.entries(questions)) {
        say(`${name} …`);
        const measured = await measurePairs(`${name} of ${size}, beside one of ${SMALL}`, pairs, {
          ours: async () => waits(await through(large, () => question(size))),
          baseline: async () => waits(await through(small, () => question(SMALL))),
        });
        comparisons.push(...measured);
      }
      const anywhere = () => 1 + Math.ceil(Math.random() * size);
      say('beside raw queries …');
      const ours = async () => {
        const { calls, ms } = await used(services, () => through(large, () => ({ before: anywhere() })));
        return { ...waits(calls), 'CPU ms/page': ms / calls.length };
      };
      comparisons.push(
        ...(await measurePairs(`a page before of ${size}, beside a raw keyset query`, pairs, {
          ours,
          baseline: async () => {
            const { calls, ms, clientMs } = await used(services, () =>
              repeat(CALLS, () => keyset(pool, large, anywhere())),
            );
            return { ...waits(calls), 'CPU ms/page': (ms + clientMs) / calls.length };
          },
        })),
        ...(await measurePairs(`a page before of ${size}, beside OFFSET`, pairs, {
          ours: async () => waits(await through(large, () => ({ before: anywhere() }))),
          baseline: async () => waits(await repeat(OFFSET_CALLS, () => offset(pool, large, anywhere()))),
        })),
      );
      return comparisons;
    } finally {
      await messages.close();
      await services.stop();
    }
  },
};

async function repeat(count: number, call: () => Promise<unknown>): Promise<number[]> {
  const calls: number[] = [];
  for (let done = 0; done < count; done++) {
    const calledAt = performance.now();
    await call();
    calls.push(performance.now() - calledAt);
  }
  return calls;
}

const waits = (calls: readonly number[]): Figures => ({
  'p50 ms': quantile(calls, 0.5),
  'p99 ms': quantile(calls, 0.99),
});

/** The servers' processor time, and ours: for a query through `pg` alone we are what the service would be. */
async function used(services: DurableServices, work: () => Promise<number[]>) {
  const [serverBefore, ownBefore] = [services.usedMs(), process.cpuUsage()];
  const calls = await work();
  const own = process.cpuUsage(ownBefore);
  return { calls, ms: services.usedMs() - serverBefore, clientMs: (own.user + own.system) / 1_000 };
}

const columns = 'room_id, seq, revision, id, client_message_id, sender_id, text, created_at, edited_at, deleted_at';

function keyset(pool: Pool, { roomId }: BenchRoom, before: number): Promise<unknown> {
  const text = `SELECT ${columns} FROM messages WHERE room_id = $1 AND seq < $2 ORDER BY seq DESC LIMIT $3`;
  return pool.query({ name: 'keyset', text, values: [roomId, before, LIMIT] });
}

function offset(pool: Pool, { roomId }: BenchRoom, before: number): Promise<unknown> {
  const text = `SELECT ${columns} FROM messages WHERE room_id = $1 ORDER BY seq LIMIT $3 OFFSET $2`;
  return pool.query({ name: 'offset', text, values: [roomId, Math.max(0, before - LIMIT), LIMIT] });
}
