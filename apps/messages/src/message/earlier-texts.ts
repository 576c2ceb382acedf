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

const forget = { name: 'earlier_texts_forget', text: 'DELETE FROM earlier_texts WHERE sender_id = $1' };

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

/** Forgets what a member's messages said before. */
export async function forgetEarlierTexts(dataSource: DataSource, userId: string): Promise<void> {
  await namedQuery(dataSource, forget, [userId]);
}
