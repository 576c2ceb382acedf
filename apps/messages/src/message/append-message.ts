import { ParleyError, type messagesRpc, type RpcInput, type RpcOutput } from '@parley/contracts';
import { newId } from '@parley/server-runtime';
import type { Appender } from './append/appender';
import { toMessage } from './message-row';
import { noSuchRoom, noSuchSource, requestUnanswered, sendingBlocked } from './refusals';

/** How long a message may wait where nobody says how long they do, in milliseconds. */
const PATIENCE_MS = 10_000;

/**
 * Stores a message at the room's next `seq` and moves the sender's read cursor to it, in one transaction that is committed when this
 * resolves. Sent again, the stored message is answered in its present state with `created: false`, also across a block.
 * @param deadline when the caller stops waiting, in epoch milliseconds
 * @throws ParleyError `not_found` for who is not in the room, `forbidden` across a block and for who waits for the answer to a request
 * and has sent enough, `conflict` where the same sender's `clientMessageId` was first sent with another text or in reply to another
 * message, `validation_failed` for a reply to a message that there is not, `unavailable` where too much waits to be stored. A refused
 * message takes no `seq`.
 */
export async function appendMessage(
  appender: Appender,
  senderId: string,
  input: RpcInput<typeof messagesRpc.append>,
  deadline = Date.now() + PATIENCE_MS,
): Promise<RpcOutput<typeof messagesRpc.append>> {
  const { roomId, clientMessageId, text } = input;
  const replyToSeq = input.replyToSeq ?? null;
  const id = newId();
  const outcome = await appender.append({ id, roomId, senderId, clientMessageId, text, replyToSeq }, deadline);
  const known = { roomId, senderId, clientMessageId, replyToSeq };
  switch (outcome.kind) {
    case 'created': {
      const { kind: _, accepted, ...assigned } = outcome;
      const message = toMessage({ ...known, id, text, ...assigned, editedAt: null, deletedAt: null, reactions: null });
      return { message, created: true, ...(accepted ? { accepted } : {}) };
    }
    case 'repeated':
      // It has our id where it was stored by a commit whose answer was lost: then it is new to everybody else.
      return { message: toMessage({ ...known, ...outcome.stored }), created: outcome.stored.id === id };
    case 'conflict':
      throw new ParleyError('conflict', 'Another message was sent under this clientMessageId.');
    case 'no_source':
      throw noSuchSource();
    case 'blocked':
      throw sendingBlocked();
    case 'unanswered':
      throw requestUnanswered();
    case 'outside':
      throw noSuchRoom();
  }
}
