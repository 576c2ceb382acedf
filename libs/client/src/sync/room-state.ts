import { previewOf, type LastMessage, type Message, type OverviewItem, type ParleyError } from '@parley/contracts';
import type { OutboxEntry } from '../outbox/outbox-entry';

/** All that a view of one room shows. `messages` is one run without a hole, by `seq`; `pending` follows it, in the order of sending. */
export interface RoomState {
  readonly status: 'loading' | 'ready' | 'missing' | 'error';
  readonly error: ParleyError | null;
  readonly item: OverviewItem | null;
  readonly messages: readonly Message[];
  readonly pending: readonly OutboxEntry[];
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
  readonly loadingBefore: boolean;
  readonly loadingAfter: boolean;
  readonly lastSeq: number;
  readonly lastReadSeq: number;
  readonly unreadCount: number;
  /** The first message that was unread when the room was opened, or when `beginAtUnread` was called; null where there was none. */
  readonly firstUnreadSeq: number | null;
  /** Who is typing, by user id, oneself left out. */
  readonly typing: readonly string[];
}

export const emptyRoomState: RoomState = {
  status: 'loading',
  error: null,
  item: null,
  messages: [],
  pending: [],
  hasBefore: false,
  hasAfter: false,
  loadingBefore: false,
  loadingAfter: false,
  lastSeq: 0,
  lastReadSeq: 0,
  unreadCount: 0,
  firstUnreadSeq: null,
  typing: [],
};

/** Where one has to begin who reads on; null where all is read. */
export const firstUnreadOf = ({ unreadCount, lastReadSeq }: RoomState): number | null =>
  unreadCount > 0 ? lastReadSeq + 1 : null;

/** The overview's line for a message, made as the server makes it. */
export function lastMessageOf(message: Message): LastMessage {
  const { seq, senderId, text, createdAt } = message;
  return { seq, senderId, preview: previewOf(text), createdAt };
}

/** The overview item once a message was heard: later news of the same or a later message win. */
export function withMessage(item: OverviewItem, message: Message): OverviewItem {
  const isLatest = message.seq >= (item.lastMessage?.seq ?? 0);
  return {
    ...item,
    lastSeq: Math.max(item.lastSeq, message.seq),
    revision: Math.max(item.revision, message.revision),
    lastMessage: isLatest ? lastMessageOf(message) : item.lastMessage,
  };
}
