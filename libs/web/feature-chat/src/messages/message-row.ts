import { previewOf, type Message, type Reaction, type ReplyTo, type WireError } from '@parley/contracts';
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
  /** What it answers; null where it answers nothing. */
  readonly replyTo: ReplyTo | null;
  readonly reactions: readonly Reaction[];
  readonly progress: MessageProgress;
  readonly error: WireError | null;
  /** The first of its author's messages close together: the one that shows who and when. */
  readonly startsGroup: boolean;
}

/** The line before the first unread message. */
export interface NewRow {
  readonly kind: 'new';
  readonly key: string;
}

export type Row = MessageRow | NewRow;

/** The messages of one calendar day. */
export interface Day {
  readonly key: string;
  /** Milliseconds of the epoch, somewhere in the day. */
  readonly at: number;
  readonly rows: readonly Row[];
}

/** Messages of one author closer together than this make a group, in milliseconds. */
const GROUP_MS = 5 * 60_000;

export interface RowsInput {
  readonly messages: readonly Message[];
  readonly pending: readonly OutboxEntry[];
  readonly myId: string;
  readonly firstUnreadSeq: number | null;
  /** What is to be added to this machine's clock, in milliseconds, for what is on its way. */
  readonly clockOffsetMs?: number;
}

/** The key of a message, on its way and once it has arrived. */
export const keyOf = (senderId: string, clientMessageId: string): string => `${senderId}:${clientMessageId}`;

/** Of each message the row that it was drawn as: what stays the same is not drawn anew when others come and go. A message that changes is another object. */
const drawn = new WeakMap<Message, MessageRow>();

/** What is drawn for some messages: by day, in groups by their author, with a line before the first unread. */
export function buildDays({ messages, pending, myId, firstUnreadSeq, clockOffsetMs = 0 }: RowsInput): Day[] {
  const days: { key: string; at: number; rows: Row[] }[] = [];
  let before: MessageRow | null = null;
  const push = (message: Omit<MessageRow, 'startsGroup'>, rowOf: (startsGroup: boolean) => MessageRow): void => {
    // A later message is never drawn on an earlier day, whatever the clocks said.
    const day = days.at(-1);
    const isNewDay = day === undefined || dayKey(message.at) > day.key;
    if (isNewDay) days.push({ key: dayKey(message.at), at: message.at, rows: [] });
    const rows = days.at(-1)?.rows ?? [];
    const isFirstUnread = message.seq !== null && message.seq === firstUnreadSeq;
    if (isFirstUnread) rows.push({ kind: 'new', key: `new-${message.seq}` });
    const startsGroup =
      before === null ||
      isNewDay ||
      isFirstUnread ||
      before.senderId !== message.senderId ||
      message.at - before.at >= GROUP_MS;
    before = rowOf(startsGroup);
    rows.push(before);
  };
  for (const message of messages) {
    const known = drawn.get(message);
    const row = known?.isOwn === (message.senderId === myId) ? known : arrived(message, myId);
    push(row, (startsGroup) => {
      if (row === known && known.startsGroup === startsGroup) return known;
      const made = { ...row, startsGroup };
      drawn.set(message, made);
      return made;
    });
  }
  const bySeq = (seq: number | undefined): Message | undefined => messages.find((message) => message.seq === seq);
  for (const entry of pending) {
    const row = underWay({ ...entry, queuedAt: entry.queuedAt + clockOffsetMs }, myId, bySeq(entry.replyToSeq));
    push(row, (startsGroup) => ({ ...row, startsGroup }));
  }
  return days;
}

function arrived(message: Message, myId: string): Omit<MessageRow, 'startsGroup'> {
  return {
    kind: 'message',
    key: keyOf(message.senderId, message.clientMessageId),
    seq: message.seq,
    clientMessageId: message.clientMessageId,
    senderId: message.senderId,
    isOwn: message.senderId === myId,
    text: message.text,
    at: Date.parse(message.createdAt),
    isEdited: message.editedAt !== null,
    replyTo: message.replyTo,
    reactions: message.reactions,
    progress: 'sent',
    error: null,
  };
}

function underWay(entry: OutboxEntry, myId: string, source: Message | undefined): Omit<MessageRow, 'startsGroup'> {
  return {
    kind: 'message',
    key: keyOf(myId, entry.clientMessageId),
    seq: null,
    clientMessageId: entry.clientMessageId,
    senderId: myId,
    isOwn: true,
    text: entry.text,
    at: entry.queuedAt,
    isEdited: false,
    replyTo: source ? { seq: source.seq, senderId: source.senderId, preview: previewOf(source.text) } : null,
    reactions: [],
    progress: entry.status,
    error: entry.error,
  };
}
