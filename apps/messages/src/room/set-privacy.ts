import type { messagesRpc, RpcInput, RpcOutput } from '@parley/contracts';
import { namedQuery } from '@parley/server-database';
import type { DataSource } from 'typeorm';
import { forgetEarlierTexts } from '../message/earlier-texts';

const upsertPrivacy = {
  name: 'privacy_upsert',
  text: `
    INSERT INTO privacy (user_id, send_read_receipts, send_typing, version, is_deleted) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (user_id) DO UPDATE SET
      send_read_receipts = excluded.send_read_receipts, send_typing = excluded.send_typing, version = excluded.version,
      is_deleted = privacy.is_deleted OR excluded.is_deleted
      WHERE privacy.version < excluded.version`,
};

/**
 * Takes over what a member lets others see, unless a newer version was applied before. Of whoever has deleted their account nothing is kept that nobody
 * sees.
 */
export async function setPrivacy(
  dataSource: DataSource,
  { userId, sendReadReceipts, sendTyping, version, isDeleted = false }: RpcInput<typeof messagesRpc.setPrivacy>,
): Promise<RpcOutput<typeof messagesRpc.setPrivacy>> {
  await namedQuery(dataSource, upsertPrivacy, [userId, sendReadReceipts, sendTyping, version, isDeleted]);
  // After it is written down: whatever is changed from now on leaves nothing.
  if (isDeleted) await forgetEarlierTexts(dataSource, userId);
  return {};
}
