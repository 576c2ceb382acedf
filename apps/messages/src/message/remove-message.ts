import { ParleyError, type messagesRpc, type RpcInput, type RpcOutput } from '@parley/contracts';
import { transaction } from '@parley/server-database';
import type { DataSource } from 'typeorm';
import { holdMessage, saveChange } from './change-message';
import { toMessage } from './message-row';

/**
 * Takes a message's text and the reactions to it away; the message keeps its place. One that is deleted already is answered as it is.
 * @throws ParleyError `not_found` for who is not in the room and for a `seq` that it does not have, `forbidden` for another's message,
 * unless the room is a group and the caller its owner.
 */
export function removeMessage(
  dataSource: DataSource,
  userId: string,
  input: RpcInput<typeof messagesRpc.remove>,
): Promise<RpcOutput<typeof messagesRpc.remove>> {
  return transaction(dataSource, async (manager) => {
    const held = await holdMessage(manager, userId, input);
    const { kind, role, message } = held;
    const ownsGroup = kind === 'group' && role === 'owner';
    if (message.senderId !== userId && !ownsGroup) {
      throw new ParleyError('forbidden', 'This message is another person’s.');
    }
    if (message.deletedAt) return { message: toMessage(message), changed: false };
    const change = { text: null, deletedAt: held.now, reactions: null };
    return { message: await saveChange(manager, held, change), changed: true };
  });
}
