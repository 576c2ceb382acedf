import { ParleyError, type messagesRpc, type RpcInput, type RpcOutput } from '@parley/contracts';
import { namedQuery } from '@parley/server-database';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { type MessageRow, messageColumns, toMessage } from './message-row';
import { noSuchRoom, sendingBlocked } from './refusals';

type Appended =
  | ({ outcome: 'created' | 'repeated' | 'conflict' } & MessageRow)
  // Here the columns of the message are null.
  | { outcome: 'outside' | 'blocked' };

const append = {
  name: 'append_message',
  text: `SELECT a.outcome, ${messageColumns('(a.stored)')} FROM append_message($1, $2, $3, $4, $5) a`,
};

/**
 * Stores a message at the room's next `seq` and moves the sender's read cursor to it, in one transaction that is committed when this
 * resolves. Sent again, the stored message is answered in its present state with `created: false`, also across a block.
 * @throws ParleyError `not_found` for who is not in the room, `forbidden` across a block, `conflict` where the same sender's
 * `clientMessageId` was first sent with another text. A refused message takes no `seq`.
 */
export async function appendMessage(
  dataSource: DataSource,
  senderId: string,
  { roomId, clientMessageId, text }: RpcInput<typeof messagesRpc.append>,
): Promise<RpcOutput<typeof messagesRpc.append>> {
  const [row] = await namedQuery<Appended>(dataSource, append, [roomId, senderId, clientMessageId, uuidv7(), text]);
  switch (row?.outcome) {
    case 'created':
    case 'repeated':
      return { message: toMessage(row), created: row.outcome === 'created' };
    case 'conflict':
      throw new ParleyError('conflict', 'Another message was sent under this clientMessageId.');
    case 'blocked':
      throw sendingBlocked();
    default:
      throw noSuchRoom();
  }
}
