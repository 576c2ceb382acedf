import { randomUUID } from 'node:crypto';
import { chatroomsRpc, messagesRpc, usersRpc, type Change } from '@parley/contracts';
import { rpcClient } from '@parley/server-rpc';
import { startWorld, testLog, type RunningWorld } from '@parley/testing';
import { MemberSummaries } from '../composition/member-summaries';
import { RoomReader } from '../composition/room-reader';
import type { Services } from '../services';
import { MessageCommands } from './message-commands';
import { RoomCommands } from './room-commands';
import { syncRooms } from './sync-rooms';

let running: RunningWorld;
let services: Services;
let rooms: RoomReader;
let alice: { userId: string; sessionId: string };
let bob: string;
const told: Change[] = [];
const changes = { publish: (all: readonly Change[]) => void told.push(...all) };
beforeAll(async () => {
  running = await startWorld();
  const { world, environment } = running;
  const options = { secret: world.secret, caller: 'edge', log: testLog() };
  services = {
    users: rpcClient(usersRpc, { ...options, addresses: environment.USERS_RPC }),
    chatrooms: rpcClient(chatroomsRpc, { ...options, addresses: environment.CHATROOMS_RPC }),
    messages: rpcClient(messagesRpc, { ...options, addresses: environment.MESSAGES_RPC }),
  };
  alice = { userId: world.person('Alice'), sessionId: randomUUID() };
  bob = world.person('Bob');
});
afterAll(async () => {
  await Promise.all([services.users.close(), services.chatrooms.close(), services.messages.close()]);
  await running.close();
});
beforeEach(() => {
  told.length = 0;
  running.world.calls.length = 0;
  rooms = new RoomReader(services, new MemberSummaries(services.users));
});

describe('composition', () => {
  it.each([1, 50])(
    'a page of the overview takes three calls, with %i rooms as with any other number',
    async (count) => {
      const { world } = running;
      world.rooms.clear();
      for (let i = 0; i < count; i++) {
        const room = world.room('group', [alice.userId, bob, world.person(`Person ${i}`)]);
        world.append(room, bob, 'hello');
      }
      const { items } = await rooms.overview(alice, { filter: 'active', limit: 50 });
      expect(items).toHaveLength(count);
      expect(world.calls.sort()).toEqual(['chatrooms.overview', 'messages.roomStates', 'users.summaries']);
      expect(items[0]).toMatchObject({ unreadCount: 1, lastMessage: { preview: 'hello' }, request: null, lastSeq: 1 });
      expect(items[0]?.members.map(({ user }) => user.displayName)).toEqual(['Alice', 'Bob', 'Person 0']);
    },
  );

  it('names and faces are asked for once', async () => {
    const { world } = running;
    const room = world.room('direct', [alice.userId, bob]);
    await rooms.room(alice, room.id);
    await rooms.room(alice, room.id);
    expect(world.calls.filter((call) => call === 'users.summaries')).toHaveLength(1);
  });

  it('a member whose account has gone is still there', async () => {
    const { world } = running;
    const room = world.room('direct', [alice.userId, randomUUID()]);
    const { members } = await rooms.room(alice, room.id);
    expect(members[1]?.user.displayName).toBe('Former member');
  });

  it('a foreign room is not found', async () => {
    const room = running.world.room('direct', [bob, running.world.person('Carol')]);
    await expect(rooms.room(alice, room.id)).rejects.toMatchObject({ code: 'not_found' });
    expect(await rooms.items(alice, [room.id])).toEqual([]);
  });

  it('rooms joined meanwhile take a fixed number of calls as well', async () => {
    const { world } = running;
    for (let i = 0; i < 30; i++) world.room('direct', [alice.userId, world.person(`P${i}`)]);
    const { joined } = await syncRooms(services.messages, rooms, alice, { rooms: {} });
    expect(joined.length).toBeGreaterThanOrEqual(30);
    expect(world.calls).toHaveLength(4);
  });
});

describe('what is told of a command', () => {
  it('sending, editing, deleting, reading: what changed, and of a repeat nothing', async () => {
    const { id: roomId } = running.world.room('direct', [alice.userId, bob]);
    const messages = new MessageCommands(services.messages, changes);
    const clientMessageId = randomUUID();
    for (let i = 0; i < 2; i++) {
      const { created } = await messages.send(alice, { roomId, clientMessageId, text: 'hello' });
      expect(created).toBe(i === 0);
      await messages.edit(alice, { roomId, seq: 1, text: 'hello' });
    }
    await messages.edit(alice, { roomId, seq: 1, text: 'hi' });
    await messages.remove(alice, { roomId, seq: 1 });
    await messages.remove(alice, { roomId, seq: 1 });
    await messages.markRead(alice, { roomId, seq: 1 });
    await messages.markRead(alice, { roomId, seq: 1 });
    const cursor = { type: 'readMoved', roomId, userId: alice.userId, lastReadSeq: 1 };
    expect(told.map(({ type }) => type)).toEqual(['messageCreated', 'messageUpdated', 'messageUpdated', 'readMoved']);
    expect(told.at(-1)).toEqual(cursor);
  });

  it('opening, renaming, inviting, setting, leaving', async () => {
    const carol = running.world.person('Carol');
    const commands = new RoomCommands(services.chatrooms, rooms, changes);
    const { room } = await commands.create(alice, { room: { kind: 'group', title: 'Tea', memberIds: [bob] } });
    const { id: roomId } = room;
    await commands.rename(alice, { roomId, title: 'Tea' });
    await commands.rename(alice, { roomId, title: 'Coffee' });
    await commands.invite(alice, { roomId, memberIds: [bob] });
    await commands.invite(alice, { roomId, memberIds: [carol] });
    await commands.setMine(alice, { roomId, settings: { pinned: true } });
    await commands.removeMember(alice, { roomId, userId: bob });
    await commands.removeMember(alice, { roomId, userId: bob });
    const settings = { pinned: true, muted: false, archived: false };
    expect(told).toEqual([
      { type: 'roomJoined', roomId, userIds: [alice.userId, bob] },
      { type: 'roomUpdated', roomId, fields: ['title'], seenBy: alice.userId },
      { type: 'roomJoined', roomId, userIds: [carol] },
      { type: 'roomUpdated', roomId, fields: ['members'], seenBy: alice.userId },
      { type: 'roomSettingsChanged', roomId, userId: alice.userId, settings },
      { type: 'roomLeft', roomId, userIds: [bob] },
      { type: 'roomUpdated', roomId, fields: ['members'], seenBy: alice.userId },
    ]);
  });

  it('a direct room that is there already: nothing', async () => {
    const commands = new RoomCommands(services.chatrooms, rooms, changes);
    const room = { kind: 'direct' as const, memberIds: [running.world.person('Dave')] };
    const first = await commands.create(alice, { room });
    const second = await commands.create(alice, { room });
    expect([first.created, second.created]).toEqual([true, false]);
    expect(second.room.id).toBe(first.room.id);
    expect(told).toHaveLength(1);
  });
});
