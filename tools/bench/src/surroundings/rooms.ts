import type { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';

/** A room of the messages service that was written straight into its tables. */
export interface BenchRoom {
  readonly roomId: string;
  readonly userId: string;
}

/** Groups with one member each, a member of their own where none is named. */
export async function makeRooms(messages: Pool, count: number, userId?: string): Promise<BenchRoom[]> {
  const rooms = Array.from({ length: count }, () => ({ roomId: uuidv7(), userId: userId ?? uuidv7() }));
  const ids = rooms.map(({ roomId }) => roomId);
  await messages.query(
    `INSERT INTO rooms (room_id, kind, membership_version, created_at, last_activity_at)
      SELECT room_id, 'group', 1, now() - interval '400 days', now() - interval '400 days' FROM unnest($1::uuid[]) AS r (room_id)`,
    [ids],
  );
  await messages.query(
    `INSERT INTO members (room_id, user_id, role, last_read_seq)
      SELECT room_id, user_id, 'owner', 0 FROM unnest($1::uuid[], $2::uuid[]) AS m (room_id, user_id)`,
    [ids, rooms.map((room) => room.userId)],
  );
  return rooms;
}

/** Words that messages are made of; every tenth message or so has any one of them. */
const WORDS = [
  ...[
    'practice',
    'grammar',
    'verbs',
    'exercise',
    'tomorrow',
    'lesson',
    'recursion',
    'compiler',
    'typescript',
    'coffee',
  ],
  ...['naïve', 'café', 'Straße', 'mañana', 'garçon', 'pronunciation', 'homework', 'dictionary', 'weekend', 'question'],
];
const CHUNK = 500_000;

/**
 * Fills a room with so many messages of its member, a second apart up to now, generated inside the database: each about 100 characters
 * of ten words, the rarest being its own number.
 */
export async function fillRoom(messages: Pool, { roomId, userId }: BenchRoom, count: number): Promise<void> {
  const client = await messages.connect();
  try {
    // The data can be made again: only what is measured has to survive a crash.
    await client.query('SET synchronous_commit = off');
    for (let from = 0; from < count; from += CHUNK) {
      await client.query(
        `INSERT INTO messages (room_id, seq, revision, id, client_message_id, sender_id, created_at, text)
          SELECT $1, n, n, gen_random_uuid(), gen_random_uuid(), $2, now() - ($3::bigint - n) * interval '1 second',
            (SELECT string_agg(($4::text[])[1 + (hashint8(n * 31 + k) & 2147483647) % 20], ' ') FROM generate_series(1, 10) k) || ' m' || n
          FROM generate_series($5::bigint, $6::bigint) n`,
        [roomId, userId, count, WORDS, from + 1, Math.min(count, from + CHUNK)],
      );
    }
    await client.query('UPDATE rooms SET last_seq = $2, revision = $2, last_activity_at = now() WHERE room_id = $1', [
      roomId,
      count,
    ]);
  } finally {
    client.release(true);
  }
}

/** As autovacuum would in time: visibility and statistics, so that no run is measured before it and another after it. */
export async function settle(pool: Pool): Promise<void> {
  await pool.query('VACUUM (ANALYZE)');
  await pool.query('CHECKPOINT').catch(() => undefined);
}
