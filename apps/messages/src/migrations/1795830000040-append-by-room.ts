import type { MigrationInterface, QueryRunner } from 'typeorm';

const signature = 'append_messages(uuid[], uuid[], uuid[], uuid[], text[], bigint[], integer, boolean)';

/** What `append_messages` reads of the history, as it was and as it is: a join over all partitions, and a call that opens one. */
const changes = [
  [
    `LEFT JOIN messages stored ON stored.room_id = head.room_id AND stored.sender_id = g.sender_id
            AND stored.client_message_id = g.client_message_id`,
    'LEFT JOIN LATERAL stored_message(head.room_id, g.sender_id, g.client_message_id) stored ON true',
  ],
  [
    `CASE WHEN s.reply_to_seq IS NOT NULL THEN (
            SELECT json_build_object('senderId', quoted.sender_id, 'text', left(quoted.text, 280))
            FROM messages quoted WHERE quoted.room_id = s.room_id AND quoted.seq = s.reply_to_seq AND s.is_held
          ) END`,
    'CASE WHEN s.reply_to_seq IS NOT NULL AND s.is_held THEN reply_source(s.room_id, s.reply_to_seq) END',
  ],
] as const;

/**
 * A group of messages reads the history by functions that know their room: each opens one partition and one key. Before, the statement opened all sixteen and
 * their keys twice, for repeats and for what replies show, which was a good part of what a small group costs, whatever was in it.
 *
 * Both see what the statement sees that calls them, and are planned by its settings. A group that is under way while this is undone fails, and its messages are then
 * stored one by one, which needs neither.
 */
export class AppendByRoom1795830000040 implements MigrationInterface {
  readonly name = 'AppendByRoom1795830000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION stored_message(in_room_id uuid, in_sender_id uuid, in_client_message_id uuid) RETURNS SETOF messages
      LANGUAGE plpgsql STABLE STRICT ROWS 1 AS $$
      BEGIN
        RETURN QUERY SELECT m.* FROM messages m
        WHERE m.room_id = in_room_id AND m.sender_id = in_sender_id AND m.client_message_id = in_client_message_id;
      END $$`);
    await runner.query(`
      CREATE FUNCTION reply_source(in_room_id uuid, in_seq bigint) RETURNS json LANGUAGE plpgsql STABLE STRICT AS $$
      BEGIN
        RETURN (
          SELECT json_build_object('senderId', quoted.sender_id, 'text', left(quoted.text, 280))
          FROM messages quoted WHERE quoted.room_id = in_room_id AND quoted.seq = in_seq
        );
      END $$`);
    for (const [before, after] of changes) await replace(runner, before, after);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [before, after] of changes) await replace(runner, after, before);
    await runner.query('DROP FUNCTION stored_message, reply_source');
  }
}

/** In the function's own text, of which all else stays as it is. */
async function replace(runner: QueryRunner, from: string, to: string): Promise<void> {
  await runner.query(`
    DO $do$
    DECLARE
      known text := pg_get_functiondef('${signature}'::regprocedure);
      changed text := replace(known, $from$${from}$from$, $to$${to}$to$);
    BEGIN
      IF changed = known THEN RAISE EXCEPTION 'append_messages is not as it was expected'; END IF;
      EXECUTE changed;
    END $do$`);
}
