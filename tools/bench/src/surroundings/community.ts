import type { Pool, PoolClient } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { Vocabulary } from './vocabulary';

/** Rooms in eight sizes: of each twice as many as of the one before, each half as busy. All sizes hold as many messages as each other. */
const SIZES = 8;
const BUSIEST = 8;
const ROOMS = BUSIEST * (2 ** SIZES - 1);
const PER_TICK = BUSIEST * SIZES;
const TICKS_AT_ONCE = 4_000;
/** Halves of messages, of which each message has two. */
const HALVES = 2 ** 18;
const WORDS_PER_HALF = 5;
/** One half in so many is Japanese. */
const JAPANESE_EVERY = 50;
const JAPANESE = Array.from('日本語勉強東京都大学昨日行私今何時先生学生漢字練習文法会話をにはがのでとかです');

export interface Community {
  /** Somebody who is in every tenth room. */
  readonly memberId: string;
  readonly rooms: number;
  readonly memberRooms: number;
}

/**
 * Fills the messages service with about `size` messages in 2,040 rooms, written in turns as they would be over 400 days: the busiest
 * rooms hold a 64th of them each, the quietest a hundredth of that. Somebody is in a tenth of the rooms, of every size.
 */
export async function fillCommunity(
  messages: Pool,
  size: number,
  { pick }: Vocabulary,
  random: () => number,
  say: (line: string) => void,
): Promise<Community> {
  const memberId = uuidv7();
  const ticks = Math.max(1, Math.ceil(size / PER_TICK));
  const client = await messages.connect();
  try {
    await client.query('SET synchronous_commit = off');
    const memberRooms = await makeRooms(client, memberId, ticks);
    await makeHalves(client, pick, random);
    for (let from = 0; from < ticks; from += TICKS_AT_ONCE) {
      const to = Math.min(ticks, from + TICKS_AT_ONCE);
      await client.query(
        `INSERT INTO messages (room_id, seq, revision, id, client_message_id, sender_id, created_at, text)
          SELECT r.room_id, place, place, gen_random_uuid(), gen_random_uuid(), r.people[1 + place % 4],
            now() - ($3::bigint - tick) * (interval '400 days' / $3::bigint) + r.i * interval '1 millisecond', one.text || ' ' || other.text
          FROM generate_series($1::bigint, $2::bigint) tick
          JOIN bench_rooms r ON (tick + r.i) % r.period = 0
          CROSS JOIN LATERAL (SELECT (tick + r.i) / r.period - r.i / r.period AS place) p
          JOIN bench_halves one ON one.n = hashint8(tick * ${ROOMS} + r.i) & ${HALVES - 1}
          JOIN bench_halves other ON other.n = hashint8(-tick * ${ROOMS} - r.i) & ${HALVES - 1}`,
        [from + 1, to, ticks],
      );
      say(`${to * PER_TICK} messages …`);
    }
    return { memberId, rooms: ROOMS, memberRooms };
  } finally {
    client.release(true);
  }
}

/** @returns how many of them the member is in */
async function makeRooms(client: PoolClient, memberId: string, ticks: number): Promise<number> {
  await client.query('CREATE TEMP TABLE bench_rooms (i bigint, room_id uuid, period bigint, people uuid[])');
  await client.query(
    `INSERT INTO bench_rooms SELECT i, room_id, 2 ^ floor(log(2, i / ${BUSIEST} + 1)),
        ARRAY[CASE WHEN i % 10 = 3 THEN $2::uuid ELSE gen_random_uuid() END, gen_random_uuid(), gen_random_uuid(), gen_random_uuid()]
      FROM unnest($1::uuid[]) WITH ORDINALITY AS r (room_id, place) CROSS JOIN LATERAL (SELECT place - 1 AS i) p`,
    [Array.from({ length: ROOMS }, () => uuidv7()), memberId],
  );
  await client.query(
    `INSERT INTO rooms (room_id, kind, membership_version, created_at, last_activity_at, last_seq, revision)
      SELECT room_id, 'group', 1, now() - interval '401 days', now(), places, places FROM bench_rooms r
      CROSS JOIN LATERAL (SELECT ($1::bigint + r.i) / r.period - r.i / r.period AS places) p`,
    [ticks],
  );
  await client.query(
    `INSERT INTO members (room_id, user_id, role, last_read_seq)
      SELECT room_id, user_id, 'member', 0 FROM bench_rooms CROSS JOIN LATERAL unnest(people) AS user_id`,
  );
  const { rows } = await client.query<{ count: number }>(
    'SELECT count(*)::integer AS count FROM members WHERE user_id = $1',
    [memberId],
  );
  return rows[0]?.count ?? 0;
}

async function makeHalves(client: PoolClient, pick: () => string, random: () => number): Promise<void> {
  const some = (count: number, one: () => string, gap: string) => Array.from({ length: count }, one).join(gap);
  const character = () => JAPANESE[Math.floor(random() * JAPANESE.length)] ?? '';
  const halves = Array.from({ length: HALVES }, (_, n) =>
    n % JAPANESE_EVERY === 0 ? some(3 * WORDS_PER_HALF, character, '') : some(WORDS_PER_HALF, pick, ' '),
  );
  await client.query('CREATE TEMP TABLE bench_halves (n integer PRIMARY KEY, text text)');
  await client.query(
    'INSERT INTO bench_halves SELECT place - 1, text FROM unnest($1::text[]) WITH ORDINALITY AS h (text, place)',
    [halves],
  );
  await client.query('ANALYZE bench_halves, bench_rooms');
}
