import { aPerson, everybodyLeaves, type LiveSocket, type Person } from '@parley/testing';
import { randomUUID } from 'node:crypto';
import { system } from '../support/system';

const places = system();
let ana: Person;
let ben: Person;
let roomId: string;

beforeAll(async () => {
  [ana, ben] = await Promise.all([aPerson(places, { name: 'Ana' }), aPerson(places, { name: 'Ben' })]);
  roomId = (await ana.directRoomWith(ben)).id;
});

afterEach(everybodyLeaves);

const say = (socket: LiveSocket, text: string) =>
  socket.command('message:send', { roomId, clientMessageId: randomUUID(), text });

describe('a message', () => {
  it('reaches every device of every member on every gateway, the sender’s included', async () => {
    const sockets = [await ana.connect(0), await ana.connect(1), await ben.connect(0), await ben.connect(1)];
    const ack = await say(sockets[0] as LiveSocket, 'to everybody');
    for (const socket of sockets) {
      const heard = await socket.fact('message:created', ({ text }) => text === 'to everybody');
      expect(ack).toEqual({ ok: true, data: heard });
    }
  });

  it('sent over REST reaches sockets too', async () => {
    const sockets = [await ben.connect(0), await ben.connect(1)];
    await ana.says(roomId, 'from REST');
    for (const socket of sockets) await socket.fact('message:created', ({ text }) => text === 'from REST');
  });

  it('is edited and deleted over the socket', async () => {
    const socket = await ana.connect(0);
    const ack = await say(socket, 'first');
    const seq = ack.ok ? ack.data.seq : 0;
    expect(await socket.command('message:edit', { roomId, seq, text: 'second' })).toMatchObject({
      ok: true,
      data: { text: 'second' },
    });
    expect(await socket.command('message:delete', { roomId, seq })).toMatchObject({ ok: true, data: { text: null } });
  });
});

describe('a room opened while live', () => {
  it('tells the other, who hears its first message', async () => {
    const [left, right] = [await aPerson(places, { name: 'Left' }), await aPerson(places)];
    const socket = await right.connect(1);
    const room = await left.directRoomWith(right);
    expect(await socket.fact('room:joined')).toMatchObject({ id: room.id, kind: 'direct', unreadCount: 0 });
    await left.says(room.id, 'hello');
    expect(await socket.fact('message:created')).toMatchObject({ roomId: room.id, seq: 1, text: 'hello' });
  });
});

describe('typing', () => {
  it('shows to the others of the room, never to oneself, and ends by itself', async () => {
    const [from, to] = [await ana.connect(0), await ben.connect(1)];
    expect(await from.command('typing:set', { roomId, active: true })).toEqual({ ok: true, data: {} });
    expect(await to.fact('typing:changed', ({ active }) => active)).toEqual({ roomId, userId: ana.id, active: true });
    expect(await to.fact('typing:changed', ({ active }) => !active)).toEqual({ roomId, userId: ana.id, active: false });
    expect(from.facts('typing:changed')).toEqual([]);
  });

  it('is for members only', async () => {
    const eve = await aPerson(places);
    const socket = await eve.connect();
    expect(await socket.command('typing:set', { roomId, active: true })).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    });
  });
});

describe('rooms:sync', () => {
  it('answers all that changed since a revision, in its present state, and nothing of what did not', async () => {
    const [left, right] = [await aPerson(places), await aPerson(places)];
    const busy = await left.groupWith('Busy', right);
    const quiet = await left.groupWith('Quiet', right);
    for (const text of ['one', 'two', 'three']) await left.says(busy.id, text);
    await left.api.patch(`/chatrooms/${busy.id}/messages/1`, { text: 'uno' });
    const socket = await right.connect(1);

    const ack = await socket.command('rooms:sync', { rooms: { [busy.id]: 2, [quiet.id]: 0 }, partial: true });
    expect(ack).toMatchObject({ ok: true, data: { joined: [], left: [] } });
    if (!ack.ok) return;
    expect(Object.keys(ack.data.rooms)).toEqual([busy.id]);
    const changes = ack.data.rooms[busy.id];
    expect(changes?.messages.map(({ text, revision }) => [text, revision])).toEqual([
      ['three', 3],
      ['uno', 4],
    ]);
    expect(changes).toMatchObject({ revision: 4, hasAfter: false, lastSeq: 3, unreadCount: 3 });
  });

  it('tells rooms that came and rooms that are no more, and treats a revision from the future as none', async () => {
    const [left, right] = [await aPerson(places), await aPerson(places)];
    const room = await left.groupWith('Came', right);
    await left.says(room.id, 'one');
    const foreign = randomUUID();
    const socket = await right.connect();
    const whole = await socket.command('rooms:sync', { rooms: { [foreign]: 3 } });
    expect(whole).toMatchObject({
      ok: true,
      data: { rooms: {}, joined: [{ id: room.id, unreadCount: 1 }], left: [foreign] },
    });
    const future = await socket.command('rooms:sync', { rooms: { [room.id]: 999 }, partial: true });
    expect(future).toMatchObject({ ok: true, data: { rooms: { [room.id]: { revision: 1, messages: [{ seq: 1 }] } } } });
  });

  it('goes on where an answer was full', async () => {
    const [left, right] = [await aPerson(places), await aPerson(places)];
    const room = await left.groupWith('Long', right);
    const senders = [await left.connect(0), await right.connect(0)];
    // Two people, since one may not send so many so fast.
    const sent = senders.flatMap((sender, who) =>
      Array.from({ length: who === 0 ? 150 : 75 }, (_, n) =>
        sender.command('message:send', { roomId: room.id, clientMessageId: randomUUID(), text: `${who}.${n}` }),
      ),
    );
    await Promise.all(sent);
    const socket = await right.connect(1);
    const first = await socket.command('rooms:sync', { rooms: { [room.id]: 0 }, partial: true });
    expect(first).toMatchObject({
      ok: true,
      data: { rooms: { [room.id]: { revision: 200, hasAfter: true, lastSeq: 225 } } },
    });
    const second = await socket.command('rooms:sync', { rooms: { [room.id]: 200 }, partial: true });
    expect(second).toMatchObject({ ok: true, data: { rooms: { [room.id]: { revision: 225, hasAfter: false } } } });
  });
});

describe('a socket that is misused', () => {
  it('S16, S26: gets an error for anything malformed, and stays', async () => {
    const socket = await ana.connect();
    const wrong: [string, ...unknown[]][] = [
      ['message:send'],
      ['message:send', null],
      ['message:send', 'text'],
      ['message:send', { roomId, clientMessageId: randomUUID(), text: { $ne: null } }],
      ['message:send', { roomId, clientMessageId: randomUUID(), text: 'x', senderId: ben.id }],
      ['message:edit', { roomId, seq: 0, text: 'x' }],
      ['room:read', { roomId, seq: -1 }],
      ['room:read', { roomId: [roomId], seq: 1 }],
      ['rooms:sync', { rooms: { nonsense: 1 } }],
      ['typing:set', { roomId, active: 'yes' }],
      ['message:send', JSON.parse('['.repeat(200) + ']'.repeat(200))],
    ];
    for (const [name, ...payload] of wrong) {
      expect({ name, payload, ack: await socket.emit(name, ...payload) }).toMatchObject({
        ack: { ok: false, error: { code: 'validation_failed' } },
      });
    }
    expect(socket.disconnected).toBeNull();
  });

  it('S25: gets not_found for names that are no command', async () => {
    const socket = await ana.connect();
    for (const name of ['message:sendd', '__proto__', 'constructor', 'toString', 'message:created', '']) {
      expect({ name, ack: await socket.emit(name, {}) }).toMatchObject({
        name,
        ack: { ok: false, error: { code: 'not_found' } },
      });
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('S27: is told when it is too fast, over all gateways together', async () => {
    /** How many of 240 commands, half of them on either gateway, are refused as too fast. */
    const storm = async (): Promise<number> => {
      const fast = await aPerson(places);
      const [first, second] = [await fast.connect(0), await fast.connect(1)];
      const acks = await Promise.all(
        Array.from({ length: 240 }, (_, i) =>
          (i % 2 === 0 ? first : second).command('room:read', { roomId: randomUUID(), seq: 1 }),
        ),
      );
      const limited = acks.filter((ack) => !ack.ok && ack.error.code === 'rate_limited');
      for (const ack of limited) expect(ack).toMatchObject({ error: { retryAfterMs: expect.any(Number) as number } });
      expect(acks.filter((ack) => !ack.ok && ack.error.code === 'not_found')).toHaveLength(240 - limited.length);
      return limited.length;
    };
    // A gateway whose Redis keeps it waiting on a busy machine counts for itself for a second.
    let refused = 0;
    for (let tries = 0; tries < 3 && refused !== 40; tries++) refused = await storm();
    expect(refused).toBe(40);
  });

  it('S22: is closed for a frame beyond 64 KiB', async () => {
    const socket = await ana.connect();
    socket.socket.emit('message:send', { roomId, clientMessageId: randomUUID(), text: 'x'.repeat(70_000) });
    expect(await socket.closed()).toBeDefined();
    const next = await ana.connect();
    expect(await say(next, 'still here')).toMatchObject({ ok: true });
  });
});
