import { ParleyError, type messagesRpc, type RpcInput, type RpcOutput } from '@parley/contracts';
import { transaction } from '@parley/server-database';
import type { DataSource } from 'typeorm';
import { holdMessage, requireVoice, saveChange } from './change-message';
import { toMessage } from './message-row';
import { withReaction } from './with-reaction';

/**
 * Puts the member's reaction to any message of the room, or takes it back. One that is there already, or is not there to be taken back,
 * changes nothing. Like a message it answers a request.
 * @throws ParleyError `not_found` for who is not in the room and for a `seq` that it does not have; for putting one also `forbidden`
 * across a block (a reaction would be a way to speak) and `conflict` on a deleted message and where there are too many.
 */
export function reactToMessage(
  dataSource: DataSource,
  userId: string,
  input: RpcInput<typeof messagesRpc.react>,
): Promise<RpcOutput<typeof messagesRpc.react>> {
  const { emoji, on } = input;
  return transaction(dataSource, async (manager) => {
    const held = await holdMessage(manager, userId, input);
    const { message, requestedBy } = held;
    if (on) {
      if (message.deletedAt) throw new ParleyError('conflict', 'This message was deleted.');
      requireVoice(held);
    }
    const before = message.reactions ?? [];
    const after = withReaction(before, { userId, emoji, on });
    if (after === before) return { message: toMessage(message), changed: false };
    const reactions = after.length > 0 ? [...after] : null;
    const answers = on && requestedBy !== null && requestedBy !== userId;
    const changed = await saveChange(manager, held, { reactions }, answers);
    return { message: changed, changed: true, ...(answers ? { accepted: true } : {}) };
  });
}
