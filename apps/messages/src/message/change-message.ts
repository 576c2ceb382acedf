import { createHash } from 'node:crypto';
import type { Message } from '@parley/contracts';
import { namedQuery } from '@parley/server-database';
import type { EntityManager } from 'typeorm';
import { MemberEntity, MessageEntity, RoomEntity } from '../entities';
import { type MessageRow, messageColumns, toMessage } from './message-row';
import { noSuchMessage, noSuchRoom } from './refusals';

/** A message that may be changed in this transaction: nobody else writes to its room until it ends. */
export interface HeldMessage {
  readonly room: RoomEntity;
  readonly member: MemberEntity;
  readonly message: MessageEntity;
  /** The database's clock: the one that all times of messages come from. */
  readonly now: Date;
}

const lockHead = {
  name: 'lock_head',
  text: `SELECT clock_timestamp() AS now FROM rooms r JOIN members m USING (room_id)
    WHERE r.room_id = $1 AND m.user_id = $2 FOR NO KEY UPDATE OF r`,
};

/**
 * Takes the room's lock, as sending does, and reads behind it, so that a removal committed before is seen.
 * @throws ParleyError `not_found` for who is not in the room and for a `seq` that it does not have.
 */
export async function holdMessage(
  manager: EntityManager,
  userId: string,
  { roomId, seq }: { roomId: string; seq: number },
): Promise<HeldMessage> {
  const [locked] = await namedQuery<{ now: Date }>(manager, lockHead, [roomId, userId]);
  const member = await manager.findOneBy(MemberEntity, { roomId, userId });
  const room = await manager.findOneBy(RoomEntity, { roomId });
  if (!locked || !member || !room) throw noSuchRoom();
  const message = await manager.findOneBy(MessageEntity, { roomId, seq });
  if (!message) throw noSuchMessage();
  return { room, member, message, now: locked.now };
}

/** What may change of a message. */
type MessageChange = Partial<Pick<MessageEntity, 'text' | 'editedAt' | 'deletedAt' | 'reactions'>>;

/** Writes the message's new state under the room's next revision. */
export async function saveChange(
  manager: EntityManager,
  { room, message }: HeldMessage,
  change: MessageChange,
): Promise<Message> {
  const { roomId, seq } = message;
  const revision = room.revision + 1;
  const digest = change.text === undefined ? {} : { sentDigest: message.sentDigest ?? sentDigest(message) };
  await manager.update(RoomEntity, { roomId }, { revision });
  await manager.update(MessageEntity, { roomId, seq }, { ...change, ...digest, revision });
  return presentMessage(manager, message);
}

const present = {
  name: 'present_message',
  text: `SELECT ${messageColumns('m')} FROM messages m WHERE m.room_id = $1 AND m.seq = $2`,
};

/** The message as others see it now. */
export async function presentMessage(
  manager: EntityManager,
  { roomId, seq }: Pick<MessageEntity, 'roomId' | 'seq'>,
): Promise<Message> {
  const [row] = await namedQuery<MessageRow>(manager, present, [roomId, seq]);
  if (!row) throw noSuchMessage();
  return toMessage(row);
}

/** As `append_message` computes it. The id goes in so that equal texts do not show as equal digests. */
function sentDigest({ id, text }: MessageEntity): Buffer {
  return createHash('sha256').update(`${id}${text}`).digest();
}
