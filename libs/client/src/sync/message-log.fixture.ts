import type { Message, MessagePage } from '@parley/contracts';

/** A message of a room as it stands at a revision. */
export const message = (seq: number, revision = seq): Message => ({
  id: `m${seq}`,
  roomId: 'r',
  seq,
  revision,
  clientMessageId: `c${seq}`,
  senderId: 'u',
  text: `text ${seq} at ${revision}`,
  createdAt: '2026-01-01T00:00:00.000Z',
  editedAt: null,
  deletedAt: null,
  replyTo: null,
  reactions: [],
  attachments: [],
});

/** The page that a server whose room has messages 1 to `lastSeq` would answer. */
export function page(from: number, to: number, lastSeq: number): MessagePage {
  const [first, last] = [Math.max(1, from), Math.min(to, lastSeq)];
  const messages = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => message(first + i));
  return { messages, hasBefore: first > 1, hasAfter: last < lastSeq, lastSeq };
}
