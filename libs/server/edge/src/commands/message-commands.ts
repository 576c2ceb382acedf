import type { Message, messagesRpc, ReadCursor, RpcOutput, RpcRequest } from '@parley/contracts';
import type { Actor } from '@parley/server-rpc';
import type { ChangePublisher } from '../changes/change-publisher';
import type { Services } from '../services';
import { requestAccepted } from './request-accepted';

/**
 * Commands on messages, the same by REST and by socket: the service does it, and what has changed is told. A repeat that changed nothing tells nothing.
 */
export class MessageCommands {
  constructor(
    private readonly messages: Services['messages'],
    private readonly changes: ChangePublisher,
  ) {}

  /**
   * Sends a message; `created` is false where the stored one was answered. That the sender's read cursor is now at this message needs no
   * fact of its own: `message:created` says who sent it and where it stands.
   */
  async send(
    actor: Actor,
    input: RpcRequest<typeof messagesRpc.append>,
  ): Promise<RpcOutput<typeof messagesRpc.append>> {
    const answer = await this.messages.append(input, { actor });
    if (answer.created) this.changes.publish([{ type: 'messageCreated', message: answer.message }]);
    if (answer.accepted) this.changes.publish([requestAccepted(actor, input.roomId)]);
    return answer;
  }

  async edit(actor: Actor, input: RpcRequest<typeof messagesRpc.edit>): Promise<Message> {
    return this.updated(await this.messages.edit(input, { actor }));
  }

  async remove(actor: Actor, input: RpcRequest<typeof messagesRpc.remove>): Promise<Message> {
    return this.updated(await this.messages.remove(input, { actor }));
  }

  /** Puts or takes back a reaction. */
  async react(actor: Actor, input: RpcRequest<typeof messagesRpc.react>): Promise<Message> {
    const { accepted, ...answer } = await this.messages.react(input, { actor });
    const message = this.updated(answer);
    if (accepted) this.changes.publish([requestAccepted(actor, input.roomId)]);
    return message;
  }

  async markRead(actor: Actor, input: RpcRequest<typeof messagesRpc.markRead>): Promise<ReadCursor> {
    const { moved, shown, lastReadSeq, unreadCount } = await this.messages.markRead(input, { actor });
    if (moved) {
      this.changes.publish([{ type: 'readMoved', roomId: input.roomId, userId: actor.userId, lastReadSeq, shown }]);
    }
    return { lastReadSeq, unreadCount };
  }

  private updated({ message, changed }: { message: Message; changed: boolean }): Message {
    if (changed) this.changes.publish([{ type: 'messageUpdated', message }]);
    return message;
  }
}
