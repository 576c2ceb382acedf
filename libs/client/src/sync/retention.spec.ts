import { jest } from '@jest/globals';
import { setup } from './model-client.fixture';

describe('what is kept of history', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('keeps no more of a room than is looked at, and loads the rest again', async () => {
    const { server, rooms, engine, room } = setup();
    for (let i = 0; i < 100; i++) server.send('ben');
    server.read('ana', 100);
    await rooms.load();
    await room.open();
    const hear = (count: number): void => {
      for (let i = 0; i < count; i++) engine.hear('message:created', server.send('ben'));
    };
    const kept = (): (number | undefined)[] => {
      const { messages } = room.state.get();
      return [messages[0]?.seq, messages.at(-1)?.seq];
    };
    room.holdFrom(60);
    hear(3_000);
    expect(kept()).toEqual([51, 3_100]);
    await room.loadOlder();
    expect(kept()).toEqual([1, 3_100]);
    room.holdFrom(3_000);
    hear(1);
    expect(kept()).toEqual([1_102, 3_101]);
    room.close();
    hear(1);
    expect(kept()).toEqual([2_903, 3_102]);
    await room.open();
    await room.loadOlder();
    expect(kept()).toEqual([2_853, 3_102]);
    room.close();
    room.rest();
    hear(1);
    expect(room.state.get()).toMatchObject({ messages: [], unreadCount: 1_000, item: { lastSeq: 3_103 } });
    await room.open();
    // It opens where reading ended.
    expect(kept()).toEqual([76, 125]);
    await room.loadNewest();
    expect(room.state.get().messages).toEqual(server.messages.slice(-50));
  });

  it('rests the rooms that were looked at longest ago, and none in which somebody waits for messages', async () => {
    const { server, rooms } = setup();
    server.send('ben');
    const others = Array.from({ length: 25 }, (_, i) => rooms.room(`other-${i}`));
    others[1]?.onMessage(() => undefined);
    for (const other of others) {
      await other.open();
      jest.advanceTimersByTime(10);
      other.close();
    }
    const rested = others.flatMap((other, i) => (other.state.get().messages.length === 0 ? [i] : []));
    expect(rested).toEqual([0, 2, 3, 4]);
  });

  it.each([2_100, 2_160, 2_199])(
    'keeps an older page that was asked for, where %i messages are there',
    async (length) => {
      const { server, rooms, engine, room } = setup();
      for (let i = 0; i < 300; i++) server.send('ben');
      server.read('ana', 300);
      await rooms.load();
      await room.open();
      for (let i = 0; i < length - 50; i++) engine.hear('message:created', server.send('ben'));
      const before = room.state.get().messages;
      expect(before.length).toBe(length);
      await room.loadOlder();
      const after = room.state.get().messages;
      expect({ first: after[0]?.seq, length: after.length }).toEqual({
        first: (before[0]?.seq ?? 0) - 50,
        length: length + 50,
      });
    },
  );
});
