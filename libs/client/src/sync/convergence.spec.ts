import { limits, type Message } from '@parley/contracts';
import { jest } from '@jest/globals';
import fc from 'fast-check';
import { setup } from './model-client.fixture';

const settle = (): Promise<void> => jest.advanceTimersByTimeAsync(60_000);

const rarely = [
  ...(['cut', 'mend', 'loseAcks', 'expire', 'older', 'pause'] as const),
  ...(['readElsewhere', 'close', 'open', 'rest'] as const),
];

describe('a client and its server', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const step = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant('hear' as const),
        times: fc.integer({ min: 0, max: 2 }),
        late: fc.boolean(),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constantFrom('edit' as const, 'delete' as const),
        seq: fc.integer({ min: 1, max: 30 }),
        times: fc.integer({ min: 0, max: 2 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constantFrom('send' as const, 'read' as const, 'otherDevice' as const) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constantFrom(...rarely),
      }),
    },
  );

  it('end in the same state, whatever the network lost, doubled or reordered, and no message is ever out of order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(300), fc.array(step, { maxLength: 40 }), async (before, steps) => {
        const { server, network, mend, rooms, engine, room } = setup();
        for (let i = 0; i < before; i++) server.send(i % 3 === 0 ? 'ana' : 'ben');
        await rooms.load();
        await room.open();
        const late: Message[] = [];
        const hear = (message: Message | undefined, times: number): void => {
          if (message && network.online) for (let i = 0; i < times; i++) engine.hear('message:created', message);
        };
        const unsubscribe = room.state.subscribe(({ messages, pending }) => {
          messages.forEach(({ seq }, index) => expect(seq).toBe((messages[0]?.seq ?? 0) + index));
          // Nothing is shown as sent and as under way at once.
          const shown = new Set(messages.map(({ clientMessageId }) => clientMessageId));
          for (const entry of pending)
            expect(shown.has(entry.clientMessageId) && entry.status === 'failed').toBe(false);
        });
        let sent = 0;
        for (const each of steps) {
          if (each.do === 'hear') {
            const message = server.send('ben');
            if (each.late) late.push(message);
            else hear(message, each.times);
          } else if (each.do === 'edit')
            hear(server.alter(each.seq, { text: 'edited', editedAt: '2026-01-02T00:00:00.000Z' }), each.times);
          else if (each.do === 'delete')
            hear(server.alter(each.seq, { text: null, deletedAt: '2026-01-02T00:00:00.000Z' }), each.times);
          else if (each.do === 'send') room.send(`mine ${++sent}`);
          else if (each.do === 'read') room.markRead(room.state.get().lastSeq);
          else if (each.do === 'otherDevice') hear(server.send('ana'), 1);
          else if (each.do === 'cut') network.online = false;
          else if (each.do === 'loseAcks') network.losesAcks = true;
          else if (each.do === 'expire') network.hasExpired = true;
          else if (each.do === 'older') void room.loadOlder();
          else if (each.do === 'readElsewhere') server.read('ana', server.messages.length);
          else if (each.do === 'close') room.close();
          else if (each.do === 'open') void room.open();
          else if (each.do === 'rest') {
            room.close();
            room.rest();
          } else if (each.do === 'mend') mend();
          else {
            for (const message of late.splice(0)) hear(message, 1);
            await jest.advanceTimersByTimeAsync(300);
          }
        }
        mend();
        await room.open();
        await settle();
        await settle();
        unsubscribe();

        const state = room.state.get();
        expect(state.pending).toEqual([]);
        expect(
          server.messages.filter(({ senderId, clientMessageId }) => senderId === 'ana' && clientMessageId.length > 10),
        ).toHaveLength(sent);
        expect(state.hasAfter).toBe(false);
        expect(state.messages).toEqual(server.messages.slice((state.messages[0]?.seq ?? 1) - 1));
        expect(state.lastReadSeq).toBe(server.lastReadSeq);
        expect(state.unreadCount).toBe(server.unreadCount);
        expect(state.item?.lastMessage?.seq ?? 0).toBe(server.messages.length);
        expect(rooms.overview.get().items[0]?.unreadCount).toBe(server.unreadCount);
      }),
      {
        numRuns: 150,
        // Seen once in thousands of runs: a room that was opened, closed and let go of at once, and opened again, showed nothing for good.
        examples: [[0, [{ do: 'open' }, { do: 'rest' }, { do: 'hear', times: 0, late: false }]]],
      },
    );
  }, 300_000);

  it('misses nothing that was written while the overview was on its way, whether or not it was told', async () => {
    for (const told of [true, false]) {
      const { server, rooms, engine } = setup();
      server.send('ben');
      const loading = rooms.load();
      // The answer was composed by now, and has not arrived.
      const message = server.send('ben');
      if (told) engine.hear('message:created', message);
      await loading;
      expect(rooms.overview.get().items[0]?.lastMessage?.seq).toBe(1);
      await settle();
      expect(rooms.overview.get().items[0]).toMatchObject({ lastMessage: { seq: 2 }, unreadCount: 2, revision: 2 });
    }
  });

  it('shows nothing of a room to whoever is out of it, and all of it again once they are back, also where they looked at it all the while', async () => {
    const { server, rooms, engine, room } = setup();
    server.send('ben');
    await rooms.load();
    await room.open();
    engine.hear('room:left', { roomId: 'r' });
    expect(room.state.get()).toMatchObject({ status: 'missing', item: null, messages: [] });
    expect(rooms.overview.get().items).toEqual([]);
    // What was heard before is of a room that is not theirs any more.
    await room.loadNewest();
    expect(room.state.get().messages).toEqual([]);
    server.send('ben');
    engine.hear('room:joined', server.item());
    await settle();
    expect(room.state.get()).toMatchObject({ status: 'ready', messages: server.messages, unreadCount: 2 });
    expect(rooms.overview.get().items).toHaveLength(1);
    expect(rooms.room('r')).toBe(room);
  });

  it.each([
    ['where reading ended', false],
    ['at the newest page for whoever is handed each message', true],
  ])('starts again %s when far behind, without showing a hole', async (_, isHanded) => {
    const { server, network, mend, rooms, room } = setup();
    server.send('ben');
    await rooms.load();
    if (isHanded) room.onMessage(() => undefined);
    await room.open();
    network.online = false;
    for (let i = 0; i < 3_000; i++) server.send('ben');
    mend();
    await settle();
    const { messages, unreadCount, hasAfter } = room.state.get();
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => (messages[0]?.seq ?? 0) + index));
    expect(unreadCount).toBe(limits.unreadExact + 1);
    expect(hasAfter).toBe(!isHanded);
    expect(messages.some(({ seq }) => seq === (isHanded ? 3_001 : 1))).toBe(true);
  });
});
