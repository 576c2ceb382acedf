import { limits, type EarlierText, type messagesRpc, type RpcInput, type RpcOutput } from '@parley/contracts';
import { namedQuery } from '@parley/server-database';
import type { DataSource } from 'typeorm';
import type { EarlierTextEntity } from '../entities';

type Row = Pick<EarlierTextEntity, 'text' | 'writtenAt' | 'replacedAt'>;

/** Of a message that was edited time and again those are told that stood longest: no number of edits hides what people could read. */
const earlier = {
  name: 'earlier_texts',
  text: `
    SELECT text, written_at AS "writtenAt", replaced_at AS "replacedAt" FROM (
      SELECT * FROM earlier_texts WHERE room_id = $1 AND seq = $2
      ORDER BY replaced_at - written_at DESC, revision DESC LIMIT ${limits.earlierTexts}
    ) longest ORDER BY revision`,
};

/** Texts that one statement deletes at most. */
const BATCH = 1_000;

/** Answers how many it found, not how many it deleted: those that another call is deleting at this moment are no sign that there are no more. */
const forget = {
  name: 'earlier_texts_forget',
  text: `
    WITH old AS (SELECT room_id, seq, revision FROM earlier_texts WHERE sender_id = $1 LIMIT ${BATCH}), gone AS (
      DELETE FROM earlier_texts e USING old WHERE e.room_id = old.room_id AND e.seq = old.seq AND e.revision = old.revision
    )
    SELECT count(*)::integer AS found FROM old`,
};

/** What a message said before it was edited or deleted, oldest first; nothing where there is no such message. For services alone: it asks nobody who they are. */
export async function earlierTexts(
  dataSource: DataSource,
  { roomId, seq }: RpcInput<typeof messagesRpc.earlierTexts>,
): Promise<RpcOutput<typeof messagesRpc.earlierTexts>> {
  const rows = await namedQuery<Row>(dataSource, earlier, [roomId, seq]);
  const texts = rows.map(({ text, writtenAt, replacedAt }): EarlierText => {
    return { text, writtenAt: writtenAt.toISOString(), replacedAt: replacedAt.toISOString() };
  });
  return { texts };
}

/** Forgets what a member's messages said before, in small batches: what took too long together would be undone together, each time it is tried again. */
export async function forgetEarlierTexts(dataSource: DataSource, userId: string): Promise<void> {
  for (let found = BATCH; found === BATCH;) {
    const [row] = await namedQuery<{ found: number }>(dataSource, forget, [userId]);
    found = row?.found ?? 0;
  }
}
