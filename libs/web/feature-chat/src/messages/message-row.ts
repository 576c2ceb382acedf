import type { Message, WireError } from '@parley/contracts';
import type { OutboxEntry } from '@parley/client';
import { dayKey } from '@parley/web-ui';

/** How a message stands: on its way, arrived, or refused. */
export type MessageProgress = 'waiting' | 'sending' | 'failed' | 'sent';

/** One message as it is drawn, whether it has arrived or is on its way: its key stays the same, so that the drawn one does too. */
export interface MessageRow {
  readonly kind: 'message';
  readonly key: string;
  /** Its place in the room; null while it is on its way. */
  readonly seq: number | null;
  readonly clientMessageId: string;
  readonly senderId: string;
  readonly isOwn: boolean;
  /** Null where it was deleted. */
  readonly text: string | null;
  /** Milliseconds of the epoch. */
  readonly at: number;
  readonly isEdited: boolean;
  readonly progress: MessageProgress;
  readonly error: WireError | null;
  /** The first of its author's messages close together: the one that shows who and when. */
  readonly startsGroup: boolean;
}

export type Row =
  | MessageRow
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'new'; readonly key: string };

/** Messages of one author closer together than this make a group, in milliseconds. */
const GROUP_MS = 5 * 60_000;

export interface RowsInput {
  readonly messages: readonly Message[];
  readonly pending: readonly OutboxEntry[];
  readonly myId: string;
  readonly firstUnreadSeq: number | null;
}

/** What is drawn for some messages: a line for each day, one before the first unread, and the messages in groups by their author. */
export function buildRows({ messages, pending, myId, firstUnreadSeq }: RowsInput): Row[] {
  const rows: Row[] = [];
  let before: MessageRow | null = null;
  const push = (message: Omit<MessageRow, 'startsGroup'>): void => {
    const day = dayKey(message.at);
    const isNewDay = before === null || dayKey(before.at) !== day;
    if (isNewDay) rows.push({ kind: 'day', key: `day-${day}-${message.key}`, at: message.at });
    const isFirstUnread = message.seq !== null && message.seq === firstUnreadSeq;
    if (isFirstUnread) rows.push({ kind: 'new', key: `new-${message.seq}` });
    const startsGroup =
      before === null ||
      isNewDay ||
      isFirstUnread ||
      before.senderId !== message.senderId ||
      message.at - before.at >= GROUP_MS;
    before = { ...message, startsGroup };
    rows.push(before);
  };
  for (const message of messages) push(arrived(message, myId));
  for (const entry of pending) push(underWay(entry, myId));
  return rows;
}

function arrived(message: Message, myId: string): Omit<MessageRow, 'startsGroup'> {
  return {
    kind: 'message',
    key: `${message.senderId}:${message.clientMessageId}`,
    seq: message.seq,
    clientMessageId: message.clientMessageId,
    senderId: message.senderId,
    isOwn: message.senderId === myId,
    text: message.text,
    at: Date.parse(message.createdAt),
    isEdited: message.editedAt !== null,
    progress: 'sent',
    error: null,
  };
}

function underWay(entry: OutboxEntry, myId: string): Omit<MessageRow, 'startsGroup'> {
  return {
    kind: 'message',
    key: `${myId}:${entry.clientMessageId}`,
    seq: null,
    clientMessageId: entry.clientMessageId,
    senderId: myId,
    isOwn: true,
    text: entry.text,
    at: entry.queuedAt,
    isEdited: false,
    progress: entry.status,
    error: entry.error,
  };
}
