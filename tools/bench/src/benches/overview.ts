import { chatroomsRpc } from '@parley/contracts';
import { rpcClient } from '@parley/server-rpc';
import type { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { Bench } from '../bench';
import { measurePairs, quantile, type Comparison } from '../comparison';
import { durableServices } from '../surroundings/durable-services';
import { as, clientOptions, messagesClient } from '../surroundings/messages-client';
import { makeRooms, settle, type BenchRoom } from '../surroundings/rooms';

const ROOMS = 2_000;
const FEW = 50;
const LENGTH = 100;
const PAGE = 50;
const CALLS = 150;

export const overview: Bench<Comparison[]> = {
  summary: 'the first page of the overview of a member of 2,000 rooms, against that of a member of 50',
  async run({ pairs, say }) {
    const services = await durableServices(['messages', 'chatrooms'], say);
    const messages = messagesClient(services);
    const chatrooms = rpcClient(chatroomsRpc, clientOptions(services, 'chatrooms'));
    try {
      const [messagesDb, chatroomsDb] = [services.pool('messages', 1), services.pool('chatrooms', 1)];
      const [busy, quiet] = [uuidv7(), uuidv7()];
      say('Filling the rooms …');
      for (const [userId, count] of [
        [busy, ROOMS],
        [quiet, FEW],
      ] as const) {
        const rooms = await makeRooms(messagesDb, count, userId);
        await fillAll(messagesDb, rooms);
        await copyRooms(chatroomsDb, rooms);
      }
      await settle(messagesDb);
      await settle(chatroomsDb);
      // What an edge asks for one page; names and faces it has at hand.
      const firstPage = async (userId: string, filter: 'active' | 'unread'): Promise<void> => {
        const { rooms } = await chatrooms.overview({ filter, limit: PAGE }, as(userId));
        if (rooms.length !== PAGE) throw new Error(`The overview has ${rooms.length} rooms on its first page.`);
        await messages.roomStates({ roomIds: rooms.map(({ id }) => id) }, as(userId));
      };
      const measure = async (userId: string, filter: 'active' | 'unread') => {
        const waits: number[] = [];
        const usedBefore = services.usedMs();
        for (let call = 0; call < CALLS; call++) {
          const calledAt = performance.now();
          await firstPage(userId, filter);
          waits.push(performance.now() - calledAt);
        }
        const cpu = (services.usedMs() - usedBefore) / CALLS;
        return { 'p50 ms': quantile(waits, 0.5), 'p99 ms': quantile(waits, 0.99), 'server CPU ms/page': cpu };
      };
      const comparisons = [];
      for (const filter of ['active', 'unread'] as const) {
        say(`${filter} …`);
        await measure(busy, filter);
        const of = (userId: string) => () => measure(userId, filter);
        comparisons.push(
          ...(await measurePairs(`first page (${filter}) of ${ROOMS} rooms, beside ${FEW}`, pairs, {
            ours: of(busy),
            baseline: of(quiet),
          })),
        );
      }
      return comparisons;
    } finally {
      await Promise.all([messages.close(), chatrooms.close()]);
      await services.stop();
    }
  },
};

/** A hundred messages by others in each room, all unread, every twentieth deleted. */
async function fillAll(pool: Pool, rooms: readonly BenchRoom[]): Promise<void> {
  const ids = rooms.map(({ roomId }) => roomId);
  await pool.query(
    `INSERT INTO messages (room_id, seq, revision, id, client_message_id, sender_id, created_at, text, deleted_at, sent_digest)
      SELECT room_id, n, n, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
        now() - (place * 60 + $2 - n) * interval '1 second', CASE WHEN n % 20 > 0 THEN 'A message of some words, not many.' END,
        CASE WHEN n % 20 = 0 THEN now() END, CASE WHEN n % 20 = 0 THEN '\\x00'::bytea END
      FROM unnest($1::uuid[]) WITH ORDINALITY AS r (room_id, place) CROSS JOIN generate_series(1, $2::integer) n`,
    [ids, LENGTH],
  );
  await pool.query(
    `UPDATE rooms SET last_seq = $2, revision = $2, last_activity_at =
      (SELECT created_at FROM messages m WHERE m.room_id = rooms.room_id AND m.seq = $2) WHERE room_id = ANY ($1)`,
    [ids, LENGTH],
  );
}

/** The same rooms as the chatrooms service has them, every hundredth pinned. */
async function copyRooms(pool: Pool, rooms: readonly BenchRoom[]): Promise<void> {
  const ids = rooms.map(({ roomId }) => roomId);
  await pool.query(
    `INSERT INTO rooms (room_id, kind, title, membership_version, replicated_version, created_at, updated_at)
      SELECT room_id, 'group', 'A room', 1, 1, now(), now() FROM unnest($1::uuid[]) AS r (room_id)`,
    [ids],
  );
  await pool.query(
    `INSERT INTO members (room_id, user_id, role, joined_at, joined_version, pinned)
      SELECT room_id, user_id, 'owner', now(), 1, place % 100 = 0
      FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS m (room_id, user_id, place)`,
    [ids, rooms.map(({ userId }) => userId)],
  );
}
