import { createHash } from 'node:crypto';
import { limits, type Message, type Role, type RoomKind } from '@parley/contracts';
import { namedQuery } from '@parley/server-database';
import type { EntityManager } from 'typeorm';
import type { MessageEntity } from '../entities';
import { type MessageRow, messageColumns, toMessage } from './message-row';
import { noSuchMessage, noSuchRoom, requestUnanswered, sendingBlocked } from './refusals';

/** A message that may be changed in this transaction: nobody else writes to its room until it ends. */
export interface HeldMessage {
  readonly message: MessageRow & Pick<MessageEntity, 'sentDigest'>;
  /** Of the room. */
  readonly kind: RoomKind;
  readonly requestedBy: string | null;
  /** Of who changes it. */
  readonly role: Role;
  readonly isBlocked: boolean;
  readonly isUnanswered: boolean;
  /** The database's clock: the one that all times of messages come from. */
  readonly now: Date;
}

type HeldRow = Omit<HeldMessage, 'message'> & MessageRow & Pick<MessageEntity, 'sentDigest'>;

const hold = {
  name: 'hold_message',
  text: `
    SELECT held.now, held.role, held.kind, held.requested_by AS "requestedBy", held.is_blocked AS "isBlocked",
      held.is_unanswered AS "isUnanswered", (held.message).sent_digest AS "sentDigest", ${messageColumns('(held.message)')}
    FROM hold_message($1, $2, $3, $4) held`,
};

/**
 * Takes the room's lock, as sending does, and reads behind it, so that a removal committed before is seen. Only what the message answers is quoted as it
 * was before the wait for the lock.
 * @throws ParleyError `not_found` for who is not in the room and for a `seq` that it does not have.
 */
export async function holdMessage(
  manager: EntityManager,
  userId: string,
  { roomId, seq }: { roomId: string; seq: number },
): Promise<HeldMessage> {
  const [row] = await namedQuery<HeldRow>(manager, hold, [roomId, userId, seq, limits.requestMessages]);
  if (!row) throw noSuchRoom();
  // A row of nulls: the room has no such place.
  if ((row.id as string | null) === null) throw noSuchMessage();
  const { kind, requestedBy, role, isBlocked, isUnanswered, now, ...message } = row;
  return { kind, requestedBy, role, isBlocked, isUnanswered, now, message };
}

/**
 * Tells by not throwing that who holds the message may speak in its room.
 * @throws ParleyError `forbidden` across a block and for who waits for the answer to a request and may not write more: as sending would answer.
 */
export function requireVoice({ isBlocked, isUnanswered }: HeldMessage): void {
  if (isBlocked) throw sendingBlocked();
  if (isUnanswered) throw requestUnanswered();
}

/** What may change of a message. */
type MessageChange = Partial<Pick<MessageEntity, 'text' | 'editedAt' | 'deletedAt' | 'reactions'>>;

/** What the message said until now is kept for whoever moderates, but of deleted accounts: like all parts of one statement, `kept` sees the row as it was before. */
const save = {
  name: 'save_message',
  text: `
    WITH head AS (
      UPDATE rooms SET revision = revision + 1, requested_by = CASE WHEN $8 THEN NULL ELSE requested_by END
      WHERE room_id = $1 RETURNING revision
    ), changed AS (
      UPDATE messages SET revision = head.revision, text = $3, edited_at = $4, deleted_at = $5, reactions = $6, sent_digest = $7
      FROM head WHERE room_id = $1 AND seq = $2 RETURNING messages.*
    ), kept AS (
      INSERT INTO earlier_texts (room_id, seq, revision, sender_id, text, written_at, replaced_at)
      SELECT m.room_id, m.seq, head.revision, m.sender_id, m.text, coalesce(m.edited_at, m.created_at),
        coalesce($5::timestamptz, $4::timestamptz)
      FROM head JOIN messages m ON m.room_id = $1 AND m.seq = $2 AND m.text IS DISTINCT FROM $3
      WHERE NOT EXISTS (SELECT FROM privacy p WHERE p.user_id = m.sender_id AND p.is_deleted)
    )
    SELECT ${messageColumns('changed')} FROM changed`,
};

/**
 * Writes the message's new state under the room's next revision, and answers it as others see it now.
 * @param accepts whether this answers the room's request: it is open from here on
 */
export async function saveChange(
  manager: EntityManager,
  { message }: HeldMessage,
  change: MessageChange,
  accepts = false,
): Promise<Message> {
  const { roomId, seq, text, editedAt, deletedAt, reactions } = { ...message, ...change };
  const digest = change.text === undefined ? message.sentDigest : (message.sentDigest ?? sentDigest(message));
  const [row] = await namedQuery<MessageRow>(manager, save, [
    ...[roomId, seq, text, editedAt, deletedAt],
    reactions === null ? null : JSON.stringify(reactions),
    ...[digest, accepts],
  ]);
  if (!row) throw noSuchMessage();
  return toMessage(row);
}

/** As `append_message` computes it. The id goes in so that equal texts do not show as equal digests. */
function sentDigest({ id, text }: Pick<MessageEntity, 'id' | 'text'>): Buffer {
  return createHash('sha256').update(`${id}${text}`).digest();
}
