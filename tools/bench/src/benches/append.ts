import type { Pool } from 'pg';
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import type { Bench } from '../bench';
import { measurePairs, type Comparison, type Figures } from '../comparison';
import { keepInFlight } from '../load';
import { durableServices, type DurableServices } from '../surroundings/durable-services';
import { as, messagesClient } from '../surroundings/messages-client';
import { makeRooms, type BenchRoom } from '../surroundings/rooms';

const CROWD = 64;
const MEASURED_MS = 4_000;
const TEXT = 'A message of about a hundred characters, which is what people write to each other in one go, mostly.';

export const append: Bench<Comparison[]> = {
  summary: 'sending through the service’s own call, against one INSERT a message on a pool of ten; 64 and 1 in flight',
  async run({ pairs, say }) {
    const services = await durableServices(['messages'], say);
    const messages = messagesClient(services);
    try {
      const pool = services.pool('messages', 10);
      const [ours, theirs, single] = [
        await makeRooms(pool, CROWD),
        await makeRooms(pool, CROWD),
        await makeRooms(pool, CROWD),
      ];
      const send = (room: BenchRoom | undefined) =>
        room && messages.append({ roomId: room.roomId, clientMessageId: uuidv4(), text: TEXT }, as(room.userId));
      const call = (worker: number) => Promise.resolve(send(ours[worker]));
      const inTransaction = (worker: number) => insertInTransaction(pool, theirs[worker]);
      const inStatement = (worker: number) => insertInStatement(pool, single[worker]);
      const under = (inFlight: number, one: (worker: number) => Promise<unknown>) => () =>
        measure(services, inFlight, one);
      for (const one of [call, inTransaction, inStatement]) await keepInFlight(CROWD, 1_000, one);
      const comparisons = [];
      for (const inFlight of [CROWD, 1]) {
        say(`${inFlight} in flight …`);
        comparisons.push(
          ...(await measurePairs(`${inFlight} in flight, beside a transaction a message`, pairs, {
            ours: under(inFlight, call),
            baseline: under(inFlight, inTransaction),
          })),
          ...(await measurePairs(`${inFlight} in flight, beside a statement a message`, pairs, {
            ours: under(inFlight, call),
            baseline: under(inFlight, inStatement),
          })),
        );
      }
      return comparisons;
    } finally {
      await messages.close();
      await services.stop();
    }
  },
};

/** Processor time is the server's side alone: the service and PostgreSQL. */
async function measure(
  services: DurableServices,
  inFlight: number,
  one: (worker: number) => Promise<unknown>,
): Promise<Figures> {
  const usedBefore = services.usedMs();
  const { perSecond, p50Ms, p99Ms, calls } = await keepInFlight(inFlight, MEASURED_MS, one);
  const serverUs = ((services.usedMs() - usedBefore) * 1_000) / calls;
  return { 'messages/s': perSecond, 'p50 ms': p50Ms, 'p99 ms': p99Ms, 'server CPU µs/message': serverUs };
}

const insert = `INSERT INTO messages (room_id, seq, revision, id, client_message_id, sender_id, created_at, text)`;
const nextPlace = `UPDATE rooms SET last_seq = last_seq + 1, revision = revision + 1, last_activity_at = now() WHERE room_id = $1
  RETURNING last_seq, revision`;

/** As a tutorial has it: a transaction a message, which takes the room's next place and inserts. */
async function insertInTransaction(pool: Pool, room: BenchRoom | undefined): Promise<void> {
  if (!room) return;
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<{ last_seq: string; revision: string }>(nextPlace, [room.roomId]);
    await client.query(`${insert} VALUES ($1, $2, $3, $4, $5, $6, now(), $7)`, [
      ...[room.roomId, rows[0]?.last_seq, rows[0]?.revision, uuidv7(), uuidv4(), room.userId, TEXT],
    ]);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

/** The most that one INSERT a message can do: a single named statement, without any check. */
async function insertInStatement(pool: Pool, room: BenchRoom | undefined): Promise<void> {
  if (!room) return;
  await pool.query({
    name: 'insert_one',
    text: `WITH head AS (${nextPlace}) ${insert} SELECT $1, last_seq, revision, $2, $3, $4, now(), $5 FROM head`,
    values: [room.roomId, uuidv7(), uuidv4(), room.userId, TEXT],
  });
}
