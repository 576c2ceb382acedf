import { randomUUID } from 'node:crypto';
import { eventually } from '@parley/testing';
import type { Socket } from 'socket.io-client';
import { OWN_CALLS, TestRealtime, type TestClient } from '../gateway.fixture';
import { RawConnection } from '../raw-connection.fixture';

let realtime: TestRealtime;
let alice: string;
let bob: string;
let client: TestClient;
let roomId: string;
beforeAll(async () => {
  realtime = await TestRealtime.start();
  [alice, bob] = [realtime.world.person('Alice'), realtime.world.person('Bob')];
  roomId = realtime.world.room('direct', [alice, bob]).id;
  client = await realtime.connect(alice);
});
afterAll(() => realtime.close());

const send = (text: string, clientMessageId: string = randomUUID()) =>
  client.command('message:send', { roomId, clientMessageId, text });

describe('commands', () => {
  it('are acknowledged with their data: sending, editing, deleting, reading, syncing', async () => {
    const sent = await send('hello');
    expect(sent).toMatchObject({ ok: true, data: { roomId, senderId: alice, text: 'hello', seq: expect.any(Number) } });
    if (!sent.ok) throw new Error('not sent');
    const { seq, revision } = sent.data;
    expect(await client.command('message:edit', { roomId, seq, text: 'hi' })).toMatchObject({ data: { text: 'hi' } });
    expect(await client.command('message:delete', { roomId, seq })).toMatchObject({ data: { text: null } });
    expect(await client.command('room:read', { roomId, seq })).toEqual({
      ok: true,
      data: { lastReadSeq: seq, unreadCount: 0 },
    });
    expect(await client.command('rooms:sync', { rooms: { [roomId]: revision } })).toMatchObject({
      data: { rooms: { [roomId]: { messages: [{ seq, text: null }] } }, joined: [], left: [] },
    });
    expect(await client.command('typing:set', { roomId, active: false })).toEqual({ ok: true, data: {} });
  });

  it('sent twice are one message', async () => {
    const clientMessageId = randomUUID();
    const [first, second] = await Promise.all([send('once', clientMessageId), send('once', clientMessageId)]);
    expect(first).toEqual(second);
    expect(await send('other text', clientMessageId)).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });

  it('answer rooms joined meanwhile as overview items, and those left', async () => {
    const foreign = randomUUID();
    const answer = await client.command('rooms:sync', { rooms: { [foreign]: 3 } });
    expect(answer).toMatchObject({
      data: {
        left: [foreign],
        joined: [{ id: roomId, members: [{ user: { displayName: 'Alice' } }, { user: { displayName: 'Bob' } }] }],
      },
    });
  });

  it('S12: in a foreign room answer what a room that does not exist answers', async () => {
    const [carol, dave] = [realtime.world.person('Carol'), realtime.world.person('Dave')];
    const foreign = realtime.world.room('direct', [carol, dave]).id;
    const answers = (id: string) =>
      Promise.all([
        client.command('message:send', { roomId: id, clientMessageId: randomUUID(), text: 'x' }),
        client.command('message:edit', { roomId: id, seq: 1, text: 'x' }),
        client.command('message:delete', { roomId: id, seq: 1 }),
        client.command('room:read', { roomId: id, seq: 1 }),
        client.command('typing:set', { roomId: id, active: true }),
      ]);
    const [there, nowhere] = [await answers(foreign), await answers(randomUUID())];
    expect(there).toEqual(nowhere);
    for (const answer of there) expect(answer).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });
});

describe('everything is answered', () => {
  it.each(['nonsense', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'message:created', ''])(
    'S25: an event named %j: not_found',
    async (event) => {
      expect(await client.raw(event, {})).toEqual({
        ok: false,
        error: { code: 'not_found', title: 'Not found', detail: 'There is no such command.' },
      });
    },
  );

  const deep = (levels: number): unknown => (levels === 0 ? 'x' : [deep(levels - 1)]);
  it.each<[string, unknown[]]>([
    ['nothing', []],
    ['null', [null]],
    ['text', ['hello']],
    ['a list', [[]]],
    ['two payloads', [{}, {}]],
    ['bytes', [Buffer.from('x')]],
    [
      'a field that is not known',
      [{ roomId: randomUUID(), clientMessageId: randomUUID(), text: 'x', senderId: randomUUID() }],
    ],
    ['an object where text belongs', [{ roomId: randomUUID(), clientMessageId: randomUUID(), text: { a: 1 } }]],
    ['an id that is none', [{ roomId: null, clientMessageId: randomUUID(), text: 'x' }]],
    ['text of 8,001 code points', [{ roomId: randomUUID(), clientMessageId: randomUUID(), text: 'x'.repeat(8_001) }]],
    ['forty levels', [deep(40)]],
  ])('S26: %s for a payload: validation_failed', async (_, payload) => {
    expect(await client.raw('message:send', ...payload)).toMatchObject({
      ok: false,
      error: { code: 'validation_failed' },
    });
  });

  it('S46: a service that does not answer: unavailable', async () => {
    const { world } = realtime;
    world.roomFor = () => {
      throw new Error('the database is on fire');
    };
    const answer = await send('x');
    Reflect.deleteProperty(world, 'roomFor');
    expect(answer).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect(JSON.stringify(answer)).not.toContain('fire');
  });

  it('a command that asks for no answer is done all the same', async () => {
    const { socket }: { socket: Socket } = await realtime.connect(bob);
    socket.emit('message:send', { roomId, clientMessageId: randomUUID(), text: 'no answer, please' });
    await eventually(() => {
      expect(realtime.world.rooms.get(roomId)?.messages.at(-1)?.text).toBe('no answer, please');
    });
  });
});

it('a sync takes a fixed number of calls of services, however many rooms were joined', async () => {
  const { world } = realtime;
  const frank = world.person('Frank');
  for (let i = 0; i < 30; i++) world.room('direct', [frank, world.person(`Person ${i}`)]);
  const atFrank = await realtime.connect(frank);
  world.calls.length = 0;
  const answer = await atFrank.command('rooms:sync', { rooms: {} });
  expect(answer.ok && answer.data.joined).toHaveLength(30);
  // A gateway looks by itself, now and then, for what has changed and who is in its rooms: once for all of them.
  const reviews = world.calls.filter((name) => name === 'messages.membershipsOf');
  expect(reviews.length).toBeLessThanOrEqual(1);
  const calls = world.calls.filter((name) => !OWN_CALLS.has(name));
  expect(calls.sort()).toEqual(['chatrooms.records', 'messages.roomStates', 'messages.sync', 'users.summaries']);
});

describe('sizes', () => {
  it('a frame beyond 64 KiB closes the connection, and nobody else notices', async () => {
    const loud = await realtime.connect(bob);
    loud.socket.emit(
      'message:send',
      { roomId, clientMessageId: randomUUID(), text: 'x'.repeat(70_000) },
      () => undefined,
    );
    expect(await loud.disconnected()).toBe('transport close');
    expect(await send('still here')).toMatchObject({ ok: true });
  });

  it('S22: which is close code 1009', async () => {
    const raw = await RawConnection.open(realtime.only.url);
    raw.send(`40${JSON.stringify({ token: await realtime.world.token(bob) })}`);
    raw.send(`42${JSON.stringify(['message:send', { text: 'x'.repeat(66_000) }])}`);
    expect(await raw.closed).toBe(1009);
  });

  it('S22: eleven attachments of bytes close the connection', async () => {
    const odd = await realtime.connect(bob);
    void odd
      .raw(
        'message:send',
        Array.from({ length: 11 }, () => Buffer.from('x')),
      )
      .catch(() => undefined);
    expect(await odd.disconnected()).toMatch(/close|disconnect/);
    expect(await send('still here')).toMatchObject({ ok: true });
  });
});

describe('what is no packet at all', () => {
  it.each<[string, string | Uint8Array<ArrayBuffer>]>([
    ['an unknown Engine.IO type', '9'],
    ['an unknown Socket.IO type', '49'],
    ['a namespace that is none', '40/admin,{}'],
    ['an event before the handshake', '42["message:send",{}]'],
    ['an acknowledgement of nothing', '43999[{}]'],
    ['attachments that never come', '451-["message:send",{"_placeholder":true,"num":0}]'],
    ['an enormous number of attachments', '4599999999-["x"]'],
    ['an event without a name', '42[]'],
    ['an event named by a number', '42[1]'],
    ['an event named by an object', '42[{"toString":null}]'],
    ['a reserved event', '42["disconnect"]'],
    ['broken JSON', '42["message:send",'],
    ['a handshake that is a list', '40[]'],
    ['a handshake that is a number', '401'],
    ['a handshake without a token', '40{}'],
    ['bytes', new Uint8Array([1, 2, 3])],
    ['nothing', ''],
  ])('S24: %s: ends at most that connection', async (_, data) => {
    const token = await realtime.world.token(bob);
    for (const opening of [[], [`40${JSON.stringify({ token })}`]]) {
      const raw = await RawConnection.open(realtime.only.url);
      for (const packet of [...opening, data, data]) raw.send(packet);
      raw.close();
      await raw.closed;
    }
    expect(await client.command('typing:set', { roomId, active: false })).toMatchObject({ ok: true });
  });
});

it('S27: the 201st command of a kind within ten seconds is rate_limited, and others are not', async () => {
  const eve = await realtime.connect(realtime.world.person('Eve'));
  const answers = await Promise.all(Array.from({ length: 201 }, () => eve.raw('room:read', {})));
  const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.error.code));
  expect(codes.filter((code) => code === 'validation_failed')).toHaveLength(200);
  expect(answers.at(-1)).toMatchObject({ error: { code: 'rate_limited', retryAfterMs: expect.any(Number) } });
  expect(await eve.command('rooms:sync', { rooms: {} })).toMatchObject({ ok: true });
});
