import { limits, previewOf, type Message, type ReplyTo } from '@parley/contracts';
import type { MessageEntity } from '../entities';

/** What a reply shows of the message that it answers. */
export interface ReplySource {
  readonly senderId: string;
  readonly text: string | null;
}

/** What is read of a message to show it. */
export interface MessageRow extends Omit<MessageEntity, 'sentDigest'> {
  /** Null where it answers none, or one that is no longer kept. */
  readonly replySource: ReplySource | null;
}

/**
 * The columns of a `MessageRow`, for the select list of a statement; `source` is an alias of the table or a composite value. What a
 * message answers is read now, not kept with it: an edit shows in every reply to the message at once, and a deletion leaves no copy.
 */
export function messageColumns(source: string): string {
  return `${source}.room_id AS "roomId", ${source}.seq, ${source}.revision, ${source}.id,
    ${source}.client_message_id AS "clientMessageId", ${source}.sender_id AS "senderId", ${source}.text,
    ${source}.created_at AS "createdAt", ${source}.edited_at AS "editedAt", ${source}.deleted_at AS "deletedAt",
    ${source}.reply_to_seq AS "replyToSeq", ${source}.reactions,
    CASE WHEN ${source}.reply_to_seq IS NOT NULL THEN (
      SELECT json_build_object('senderId', quoted.sender_id, 'text', left(quoted.text, ${limits.previewedCodePoints}))
      FROM messages quoted WHERE quoted.room_id = ${source}.room_id AND quoted.seq = ${source}.reply_to_seq
    ) END AS "replySource"`;
}

/** A message as others see it: field by field, so that a new column stays inside until it is named here. */
export function toMessage(row: MessageRow): Message {
  return {
    id: row.id,
    roomId: row.roomId,
    seq: row.seq,
    revision: row.revision,
    clientMessageId: row.clientMessageId,
    senderId: row.senderId,
    text: row.text,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    deletedAt: row.deletedAt?.toISOString() ?? null,
    replyTo: row.deletedAt === null ? replyTo(row) : null,
    reactions: row.reactions ?? [],
    attachments: [],
  };
}

function replyTo({ replyToSeq, replySource }: MessageRow): ReplyTo | null {
  if (replyToSeq === null || replySource === null) return null;
  return { seq: replyToSeq, senderId: replySource.senderId, preview: previewOf(replySource.text) };
}
