import type { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';

/** Databases of the two services that know rooms. */
export interface RoomDatabases {
  readonly messages: Pool;
  readonly chatrooms: Pool;
}

/** Gives somebody so many groups, each with three others by turns, one message in it, a minute apart, a third of them unread. */
export async function fillOverview(
  { messages, chatrooms }: RoomDatabases,
  userId: string,
  others: readonly string[],
  count: number,
): Promise<void> {
  const ids = Array.from({ length: count }, () => uuidv7());
  await messages.query(
    `INSERT INTO rooms (room_id, kind, membership_version, created_at, last_activity_at, last_seq, revision)
      SELECT room_id, 'group', 1, now() - interval '400 days', now() - place * interval '1 minute', 1, 1
      FROM unnest($1::uuid[]) WITH ORDINALITY AS r (room_id, place)`,
    [ids],
  );
  await messages.query(
    `INSERT INTO messages (room_id, seq, revision, id, client_message_id, sender_id, created_at, text)
      SELECT room_id, 1, 1, gen_random_uuid(), gen_random_uuid(), ($2::uuid[])[1 + (place % $3)::integer],
        now() - place * interval '1 minute', 'Shall we meet on day ' || place || ' for an hour or two?'
      FROM unnest($1::uuid[]) WITH ORDINALITY AS r (room_id, place)`,
    [ids, others, others.length],
  );
  const members = `
    SELECT room_id, place, $2::uuid AS user_id, 'owner' AS role FROM unnest($1::uuid[]) WITH ORDINALITY AS r (room_id, place)
    UNION ALL
    SELECT room_id, place, ($3::uuid[])[1 + ((place + k) % $4)::integer], 'member'
    FROM unnest($1::uuid[]) WITH ORDINALITY AS r (room_id, place) CROSS JOIN generate_series(0, 2) k`;
  const values = [ids, userId, others, others.length];
  await messages.query(
    `INSERT INTO members (room_id, user_id, role, last_read_seq)
      SELECT room_id, user_id, role, CASE WHEN place % 3 = 0 THEN 0 ELSE 1 END FROM (${members}) m`,
    values,
  );
  await chatrooms.query(
    `INSERT INTO rooms (room_id, kind, title, membership_version, replicated_version, created_at, updated_at)
      SELECT room_id, 'group', 'Table number ' || place, 1, 1, now() - interval '400 days', now() - interval '400 days'
      FROM unnest($1::uuid[]) WITH ORDINALITY AS r (room_id, place)`,
    [ids],
  );
  await chatrooms.query(
    `INSERT INTO members (room_id, user_id, role, joined_at, joined_version)
      SELECT room_id, user_id, role, now() - interval '400 days', 1 FROM (${members}) m`,
    values,
  );
}
