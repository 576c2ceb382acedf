import type { Pool } from 'pg';

/** Words that people use while they teach each other. */
const WORDS = [
  ...['practice', 'grammar', 'verbs', 'exercise', 'tomorrow', 'lesson', 'recursion', 'compiler', 'bread', 'coffee'],
  ...['naïve', 'café', 'Straße', 'mañana', 'garçon', 'pronunciation', 'homework', 'dictionary', 'weekend', 'question'],
];
const CHUNK = 25_000;
const CODE =
  '```ts\nconst answer = (question: string): number => question.length;\nconsole.log(answer("six by nine"));\n```';

/**
 * Fills a direct room, which is empty, as two people would: in turns of three, from one word to a paragraph, now and then code or a link, each with
 * its own number at the end ("m12"). Both have read all of it. Generated inside the database: 100,000 messages within a minute or so.
 */
export async function fillConversation(
  messages: Pool,
  roomId: string,
  [one, other]: readonly [string, string],
  count: number,
): Promise<void> {
  const client = await messages.connect();
  try {
    await client.query('SET synchronous_commit = off');
    for (let from = 0; from < count; from += CHUNK) {
      await client.query(
        `INSERT INTO messages (room_id, seq, revision, id, client_message_id, sender_id, created_at, text)
          SELECT $1, n, n, gen_random_uuid(), gen_random_uuid(), CASE WHEN n / 3 % 2 = 0 THEN $2::uuid ELSE $3::uuid END,
            now() - ($4::bigint - n) * interval '47 seconds',
            CASE
              WHEN n % 40 = 0 THEN $6 || E'\\n'
              WHEN n % 25 = 0 THEN '<https://example.org/lesson/' || n || '> '
              ELSE ''
            END || (
              SELECT string_agg(($5::text[])[1 + (hashint8(n * 31 + k) & 2147483647) % 20], ' ')
              FROM generate_series(1, CASE WHEN n % 11 = 0 THEN 60 ELSE 1 + (hashint8(n) & 2147483647) % 18 END) k
            ) || ' m' || n
          FROM generate_series($7::bigint, $8::bigint) n`,
        [roomId, one, other, count, WORDS, CODE, from + 1, Math.min(count, from + CHUNK)],
      );
    }
    await client.query('UPDATE rooms SET last_seq = $2, revision = $2, last_activity_at = now() WHERE room_id = $1', [
      roomId,
      count,
    ]);
    await client.query('UPDATE members SET last_read_seq = $2 WHERE room_id = $1', [roomId, count]);
  } finally {
    client.release(true);
  }
}
