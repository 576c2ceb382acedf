import { ParleyError, type Message, type messagesRpc, type RoomState } from '@parley/contracts';
import type { StandInHandlers } from './stand-in-service';
import type { World, WorldRoom } from './world';
import { WorldJournal } from './world-journal';

/** The messages service over a world in memory. */
export function worldMessages(world: World): StandInHandlers<typeof messagesRpc> {
  const journal = new WorldJournal(world);
  function change(
    room: WorldRoom,
    seq: number,
    senderId: string,
    text: string | null,
  ): { message: Message; changed: boolean } {
    const message = room.messages[seq - 1];
    if (!message) throw new ParleyError('not_found', 'There is no such message.');
    if (message.senderId !== senderId) throw new ParleyError('forbidden', 'This message is not yours.');
    if (message.text === text) return { message, changed: false };
    const at = new Date().toISOString();
    const next = {
      ...message,
      text,
      revision: ++room.revision,
      ...(text === null ? { deletedAt: at } : { editedAt: at }),
    };
    room.messages[seq - 1] = next;
    return { message: next, changed: true };
  }

  return {
    append: async ({ roomId, clientMessageId, text, replyToSeq }, { actor }) => {
      const room = world.roomFor(actor.userId, roomId);
      const stored = room.messages.find((message) => message.clientMessageId === clientMessageId);
      if (stored && stored.text !== text)
        throw new ParleyError('conflict', 'Another message has this clientMessageId.');
      return stored
        ? { message: stored, created: false }
        : { message: world.append(room, actor.userId, text, { clientMessageId, replyToSeq }), created: true };
    },
    edit: async ({ roomId, seq, text }, { actor }) =>
      change(world.roomFor(actor.userId, roomId), seq, actor.userId, text),
    remove: async ({ roomId, seq }, { actor }) => change(world.roomFor(actor.userId, roomId), seq, actor.userId, null),
    react: async ({ roomId, seq, emoji, on }, { actor }) => {
      const room = world.roomFor(actor.userId, roomId);
      const message = room.messages[seq - 1];
      if (!message) throw new ParleyError('not_found', 'There is no such message.');
      const has = message.reactions.some((each) => each.emoji === emoji && each.userIds.includes(actor.userId));
      if (has === on) return { message, changed: false };
      const others = message.reactions.filter((each) => each.emoji !== emoji);
      const reactions = on ? [...others, { emoji, userIds: [actor.userId] }] : others;
      const next = { ...message, reactions, revision: ++room.revision };
      room.messages[seq - 1] = next;
      return { message: next, changed: true };
    },
    page: async ({ roomId, limit, after }, { actor }) => {
      const { messages } = world.roomFor(actor.userId, roomId);
      const from = after ?? Math.max(0, messages.length - limit);
      return {
        messages: messages.slice(from, from + limit),
        hasBefore: from > 0,
        hasAfter: from + limit < messages.length,
        lastSeq: messages.length,
      };
    },
    markRead: async ({ roomId, seq }, { actor }) => {
      const room = world.roomFor(actor.userId, roomId);
      const member = room.members.get(actor.userId);
      const moved = member !== undefined && seq > member.lastReadSeq;
      if (moved) member.lastReadSeq = Math.min(seq, room.messages.length);
      const { lastReadSeq, unreadCount } = stateOf(room, actor.userId);
      return { lastReadSeq, unreadCount, moved, shown: !world.discreet.has(actor.userId) };
    },
    sync: async ({ rooms, partial }, { actor }) => {
      const mine = [...world.rooms.values()].filter((room) => room.members.has(actor.userId));
      const named = new Set(Object.keys(rooms));
      return {
        rooms: Object.fromEntries(
          mine
            .filter((room) => named.has(room.id) && room.revision !== rooms[room.id])
            .map((room) => [room.id, changesOf(room, rooms[room.id] ?? 0, actor.userId)]),
        ),
        joined: partial ? [] : mine.filter((room) => !named.has(room.id)).map((room) => room.id),
        joinedMore: false,
        left: [...named].filter((id) => !mine.some((room) => room.id === id)),
      };
    },
    roomStates: async ({ roomIds }, { actor }) => ({
      states: roomIds.flatMap((id) => {
        const room = world.rooms.get(id);
        return room?.members.has(actor.userId) ? [stateOf(room, actor.userId)] : [];
      }),
    }),
    memberships: async (_, { actor }) => {
      const mine = [...world.rooms.values()].filter((room) => room.members.has(actor.userId));
      return { roomIds: mine.map(({ id }) => id), heads: mine.map((room) => [room.revision, room.messages.length]) };
    },
    membershipsOf: async ({ userIds }) => ({
      members: [...new Set(userIds)].map((userId) => {
        const mine = [...world.rooms.values()].filter((room) => room.members.has(userId));
        return {
          ...{ userId, roomIds: mine.map(({ id }) => id) },
          heads: mine.map((room): [number, number] => [room.revision, room.messages.length]),
        };
      }),
    }),
    changedRooms: async ({ cursor }) => ({
      ...{ rooms: cursor === undefined ? [] : journal.since(Number(cursor)), cursor: `${journal.now()}` },
      ...{ hasMore: false, isKnown: cursor !== undefined },
    }),
    changesSince: async ({ rooms }) => ({
      rooms: rooms.flatMap(({ roomId, revision }) => {
        const room = world.rooms.get(roomId);
        if (!room) return [];
        const messages = room.messages.filter((message) => message.revision > revision);
        const byRevision = messages.toSorted((a, b) => a.revision - b.revision);
        const membersVersion = journal.membersVersion(roomId);
        return [{ roomId, messages: byRevision, revision: room.revision, hasAfter: false, membersVersion }];
      }),
    }),
    memberIds: async ({ roomIds }) => ({
      rooms: roomIds.map((roomId) => ({
        ...{ roomId, userIds: [...(world.rooms.get(roomId)?.members.keys() ?? [])] },
        version: journal.membersVersion(roomId),
      })),
    }),
    checkSendable: async ({ roomId }, { actor }) => {
      const { members } = world.roomFor(actor.userId, roomId);
      const dividedFrom = [...members.keys()].filter((userId) => world.isDivided(actor.userId, userId));
      return { dividedFrom, shown: !world.discreet.has(actor.userId) };
    },
  };
}

function stateOf(room: WorldRoom, userId: string): RoomState {
  const last = room.messages.at(-1);
  const lastReadSeq = room.members.get(userId)?.lastReadSeq ?? 0;
  return {
    ...{ roomId: room.id, lastSeq: room.messages.length, revision: room.revision, lastReadSeq, request: null },
    joinedSeq: room.members.get(userId)?.joinedSeq ?? null,
    lastMessage: last
      ? { seq: last.seq, senderId: last.senderId, preview: last.text ?? '', createdAt: last.createdAt }
      : null,
    unreadCount: room.messages.filter(({ seq, senderId }) => seq > lastReadSeq && senderId !== userId).length,
    cursors: [...room.members].map(([id, member]) => ({ userId: id, lastReadSeq: member.lastReadSeq })),
  };
}

function changesOf(room: WorldRoom, since: number, userId: string) {
  const { revision, lastSeq, unreadCount } = stateOf(room, userId);
  const messages = room.messages.filter((message) => message.revision > since);
  return { messages, revision, hasAfter: false, lastSeq, unreadCount };
}
