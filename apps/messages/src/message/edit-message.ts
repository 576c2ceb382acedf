import { ParleyError, type messagesRpc, type RpcInput, type RpcOutput } from '@parley/contracts';
import { transaction } from '@parley/server-database';
import type { DataSource } from 'typeorm';
import { holdMessage, requireVoice, saveChange } from './change-message';
import { toMessage } from './message-row';

/**
 * Gives one's own message another text. The text that it has already changes nothing.
 * @throws ParleyError `not_found` for who is not in the room and for a `seq` that it does not have, `forbidden` for another's message and
 * across a block (an edit would be a way to send), `conflict` for a deleted message.
 */
export function editMessage(
  dataSource: DataSource,
  userId: string,
  input: RpcInput<typeof messagesRpc.edit>,
): Promise<RpcOutput<typeof messagesRpc.edit>> {
  return transaction(dataSource, async (manager) => {
    const held = await holdMessage(manager, userId, input);
    const { message } = held;
    if (message.senderId !== userId) throw new ParleyError('forbidden', 'This message is another person’s.');
    if (message.deletedAt) throw new ParleyError('conflict', 'This message was deleted.');
    requireVoice(held);
    if (message.text === input.text) return { message: toMessage(message), changed: false };
    return { message: await saveChange(manager, held, { text: input.text, editedAt: held.now }), changed: true };
  });
}
