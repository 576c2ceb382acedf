import type { Message } from '@parley/contracts';
import type { MessageEntity } from '../entities';

/** What is read of a message to show it. */
export type MessageRow = Omit<MessageEntity, 'sentDigest'>;

/** The columns of a `MessageRow`, for the select list of a statement; `source` is an alias of the table or a composite value. */
export function messageColumns(source: string): string {
  return `${source}.room_id AS "roomId", ${source}.seq, ${source}.revision, ${source}.id,
    ${source}.client_message_id AS "clientMessageId", ${source}.sender_id AS "senderId", ${source}.text,
    ${source}.created_at AS "createdAt", ${source}.edited_at AS "editedAt", ${source}.deleted_at AS "deletedAt"`;
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
    replyTo: null,
    reactions: [],
    attachments: [],
  };
}
