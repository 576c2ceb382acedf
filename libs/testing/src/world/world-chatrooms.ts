import { ParleyError, type chatroomsRpc, type RoomRecord } from '@parley/contracts';
import type { StandInHandlers } from './stand-in-service';
import type { World, WorldRoom } from './world';

/** The chatrooms service over a world in memory. */
export function worldChatrooms(world: World): StandInHandlers<typeof chatroomsRpc> {
  const mine = (userId: string): WorldRoom[] => [...world.rooms.values()].filter((room) => room.members.has(userId));
  return {
    create: async ({ room: wanted }, { actor }) => {
      const userIds = [actor.userId, ...wanted.memberIds.filter((id) => id !== actor.userId)];
      if (!userIds.every((id) => world.people.has(id))) throw new ParleyError('not_found', 'There is no such person.');
      const known =
        wanted.kind === 'direct'
          ? mine(actor.userId).find((room) => room.kind === 'direct' && userIds.every((id) => room.members.has(id)))
          : undefined;
      const room = known ?? world.room(wanted.kind, userIds, wanted.kind === 'group' ? wanted.title : null);
      return { room: recordOf(room, actor.userId), created: !known, joined: known ? [] : userIds };
    },
    records: async ({ roomIds }, { actor }) => ({
      rooms: mine(actor.userId)
        .filter(({ id }) => roomIds.includes(id))
        .map((room) => recordOf(room, actor.userId)),
    }),
    overview: async ({ limit }, { actor }) => ({
      rooms: mine(actor.userId)
        .slice(0, limit)
        .map((room) => recordOf(room, actor.userId)),
      nextCursor: null,
    }),
    rename: async ({ roomId, title }, { actor }) => {
      const room = world.roomFor(actor.userId, roomId);
      const changed = room.title !== title;
      room.title = title;
      return { room: recordOf(room, actor.userId), changed };
    },
    setMine: async ({ roomId, settings }, { actor }) => {
      const room = world.roomFor(actor.userId, roomId);
      const member = room.members.get(actor.userId);
      const changed = member !== undefined && settings.pinned !== undefined && member.pinned !== settings.pinned;
      if (changed) member.pinned = settings.pinned ?? false;
      return { room: recordOf(room, actor.userId), changed };
    },
    invite: async ({ roomId, memberIds }, { actor }) => {
      const room = world.roomFor(actor.userId, roomId);
      const joined = memberIds.filter((id) => !room.members.has(id));
      for (const id of joined) world.join(room, id);
      return { room: recordOf(room, actor.userId), joined };
    },
    removeMember: async ({ roomId, userId }, { actor }) => {
      const room = world.roomFor(actor.userId, roomId);
      const left = room.members.delete(userId) ? [userId] : [];
      return { left, remaining: [...room.members.keys()] };
    },
  };
}

function recordOf(room: WorldRoom, userId: string): RoomRecord {
  return {
    ...{ id: room.id, kind: room.kind, title: room.title, createdAt: room.createdAt, updatedAt: room.createdAt },
    members: [...room.members].map(([id, { role, joinedAt }]) => ({ userId: id, role, joinedAt })),
    settings: { pinned: room.members.get(userId)?.pinned ?? false, muted: false, archived: false },
  };
}
