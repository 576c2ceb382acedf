import type { Actor } from '@parley/server-rpc';
import { v5 as uuidv5 } from 'uuid';
import type { Conversation } from '../content';
import type { Services } from './services';

/** Makes ids of content, so that a second run recognises what the first one wrote. */
const NAMESPACE = '6f1d3f0a-6f0b-5c53-9d5e-3d0f4f5b2a10';
/** Messages that one call imports. */
const BATCH = 500;

/** The room of a conversation: found where it is there already, made otherwise. */
async function roomOf(
  { chatrooms }: Services,
  { kind, title, members }: Conversation,
  owner: Actor,
  others: Actor[],
): Promise<string> {
  const memberIds = others.map(({ userId }) => userId);
  const { room } = await chatrooms.create(
    kind === 'direct'
      ? { room: { kind, memberIds } }
      : { room: { kind, title: title ?? members.join(', '), memberIds }, idempotencyKey: `sandbox:${title ?? ''}` },
    { actor: owner },
  );
  return room.id;
}

/** Writes one conversation with its history, and lets everybody have read as far as the content says. Answers how many messages it has. */
export async function seedConversation(
  services: Services,
  conversation: Conversation,
  actors: ReadonlyMap<string, Actor>,
): Promise<number> {
  const actorOf = (email: string): Actor => {
    const actor = actors.get(email);
    if (!actor) throw new Error(`${email} speaks in a conversation but is nobody of the sandbox.`);
    return actor;
  };
  const [owner, ...others] = conversation.members.map(actorOf);
  if (!owner) throw new Error('A conversation needs somebody who opened it.');
  const roomId = await roomOf(services, conversation, owner, others);

  const now = Date.now();
  const messages = conversation.messages.map(({ from, minutesAgo, text }, index) => ({
    clientMessageId: uuidv5(`${roomId}:${index}`, NAMESPACE),
    senderId: actorOf(from).userId,
    text,
    createdAt: new Date(now - minutesAgo * 60_000).toISOString(),
  }));
  for (let from = 0; from < messages.length; from += BATCH) {
    await services.messages.importMessages({ roomId, messages: messages.slice(from, from + BATCH) });
  }
  for (const email of conversation.members) {
    const seq = (conversation.readUpTo?.[email] ?? messages.length - 1) + 1;
    await services.messages.markRead({ roomId, seq }, { actor: actorOf(email) });
  }
  return messages.length;
}
