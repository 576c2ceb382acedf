import type { Message } from '@parley/contracts';

/** What is copied of a message, in this order. */
export const copyMessages = `
  COPY messages (room_id, seq, revision, id, client_message_id, sender_id, created_at, edited_at, deleted_at, text, sent_digest, reply_to_seq, reactions)
  FROM STDIN`;

/** A digest that no text has. Of a message that was changed nobody knows what it first said, so that a repeat of its sending is told apart from it. */
const UNKNOWN_DIGEST = '\\x';

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A message as a line of PostgreSQL's text format of COPY. */
export function copyLine(message: Message): string {
  const { roomId, seq, revision, id, clientMessageId, senderId, createdAt, editedAt, deletedAt, text } = message;
  const { replyTo, reactions } = message;
  const digest = editedAt === null && deletedAt === null ? null : UNKNOWN_DIGEST;
  const values = [
    ...[roomId, seq, revision, id, clientMessageId, senderId, createdAt, editedAt, deletedAt, text, digest],
    ...[replyTo?.seq ?? null, reactions.length === 0 ? null : JSON.stringify(reactions)],
  ];
  return `${values.map(field).join('\t')}\n`;
}

function field(value: string | number | null): string {
  if (value === null) return '\\N';
  return String(value).replaceAll(/[\\\n\r\t]/g, (character) => ESCAPES[character] ?? character);
}
