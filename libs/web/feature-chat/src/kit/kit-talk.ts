import type { OutboxEntry } from '@parley/client';
import type { Message, OverviewItem, UserSummary } from '@parley/contracts';
import { ago, ben, carla, former, idOf, me, membersOf, onDay } from './kit-people';

const room = idOf(100);

const onTheFirst = (minute: number): string => onDay(2, 11, minute);
const onTheSecond = (minute: number): string => onDay(1, 16, minute);

function message(seq: number, sender: UserSummary, createdAt: string, more: Partial<Message>): Message {
  return {
    ...{ id: idOf(200 + seq), roomId: room, seq, revision: seq, clientMessageId: idOf(200 + seq) },
    ...{ senderId: sender.id, text: null, createdAt, editedAt: null, deletedAt: null },
    ...{ replyTo: null, reactions: [], attachments: [] },
    ...more,
  };
}

/** A conversation of two days in which a message is in each state that it can be in; what is under way is of today. */
export const talk: readonly Message[] = [
  message(1, ben, onTheFirst(0), { text: 'The first of a group: it says who, and when.' }),
  message(2, ben, onTheFirst(1), { text: 'The next of the group says neither.' }),
  message(3, me, onTheFirst(20), { text: 'One’s own.' }),
  message(4, me, onTheFirst(21), { text: 'One’s own, and edited.', editedAt: onTheFirst(30) }),
  message(5, me, onTheFirst(40), { deletedAt: onTheFirst(50) }),
  message(6, ben, onTheFirst(45), { deletedAt: onTheFirst(50) }),
  message(7, former, onTheFirst(60), { text: 'Of somebody who is not in the room any more.' }),
  message(8, carla, onTheSecond(0), {
    text: 'With reactions, one of them one’s own.',
    reactions: [
      { emoji: '👍', userIds: [me.id, ben.id] },
      { emoji: '🎉', userIds: [ben.id] },
    ],
  }),
  message(9, ben, onTheSecond(10), {
    text: 'An answer.',
    replyTo: { seq: 8, senderId: carla.id, preview: 'With reactions, one of them one’s own.' },
  }),
  message(10, carla, onTheSecond(12), {
    text: 'An answer to what was deleted, in *Markdown* with `code`, https://example.org/ and as long as a line may be before it goes on in the next.',
    replyTo: { seq: 5, senderId: me.id, preview: '' },
  }),
  message(11, me, onTheSecond(20), { text: 'Read by one of the two.' }),
  message(12, carla, onTheSecond(30), { text: 'The first that is unread: a line stands before it.' }),
  message(13, me, onTheSecond(40), { text: 'Sent, and read by nobody yet.' }),
];

function underWay(place: number, text: string, more: Partial<OutboxEntry>): OutboxEntry {
  return {
    ...{ clientMessageId: idOf(300 + place), roomId: room, senderId: me.id, text, place, queuedAt: Date.now() },
    ...{ status: 'waiting', error: null },
    ...more,
  };
}

/** What is on its way, or did not get there. */
export const pending: readonly OutboxEntry[] = [
  underWay(1, 'Refused, and may be tried again.', {
    status: 'failed',
    error: { code: 'unavailable', title: '', detail: '' },
  }),
  underWay(2, 'Refused for good.', { status: 'failed', error: { code: 'forbidden', title: '', detail: '' } }),
  underWay(3, 'Being sent.', { status: 'sending' }),
  underWay(4, 'Waiting for the connection.', { replyToSeq: 12 }),
];

/** The first that is unread, by its place. */
export const FIRST_UNREAD = 12;

/** The room that it is said in. */
export const talkRoom: OverviewItem = {
  ...{ id: room, kind: 'group', title: 'Sunday table', lastSeq: 13, revision: 13, request: null, lastMessage: null },
  members: membersOf([me, 13], [ben, 11], [carla, 3]),
  ...{ createdAt: ago(10_000), updatedAt: ago(10), unreadCount: 0, lastReadSeq: 13 },
  ...{ pinned: false, muted: false, archived: false },
};
