import { jest } from '@jest/globals';
import { ParleyError } from '@parley/contracts';
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
    // It opens where reading ended, though what is kept lies far after it.
    await room.open();
    expect(kept()).toEqual([76, 125]);
    await room.loadOlder();
    expect(kept()).toEqual([26, 125]);
    room.close();
    room.rest();
    hear(1);
    expect(room.state.get()).toMatchObject({ messages: [], unreadCount: 1_000, item: { lastSeq: 3_103 } });
    await room.open();
    expect(kept()).toEqual([76, 125]);
    await room.loadNewest();
    expect(room.state.get().messages).toEqual(server.messages.slice(-50));
  });

  it('opens at the newest where all is read, whatever page was looked at before; a reader is not carried off', async () => {
    const { server, rooms, engine, room } = setup();
    for (let i = 0; i < 300; i++) server.send('ben');
    server.read('ana', 300);
    await rooms.load();
    await room.open();
    await room.loadAround(20);
    const around = room.state.get().messages;
    await room.open();
    expect(room.state.get().messages).toEqual(around);
    room.close();
    await room.open();
    expect(room.state.get().messages).toEqual(server.messages.slice(-50));
    // What is there already fits: nothing is asked for again.
    engine.hear('message:created', server.send('ben'));
    room.close();
    await room.open();
    expect(room.state.get()).toMatchObject({ firstUnreadSeq: 301, messages: { length: 51 } });
  });

  it('hands on what comes, however much is unread and whatever page is looked at', async () => {
    const { server, rooms, engine, room } = setup();
    const handed: number[] = [];
    const says = async (): Promise<void> => {
      engine.hear('message:created', server.send('ben'));
      await jest.advanceTimersByTimeAsync(10);
    };
    for (let i = 0; i < 300; i++) server.send('ben');
    server.read('ana', 100);
    await rooms.load();
    await room.open();
    expect(room.state.get().hasAfter).toBe(true);
    room.onMessage(({ seq }) => handed.push(seq));
    await says();
    expect(handed).toEqual([301]);
    await room.loadAround(20);
    await says();
    expect(handed).toEqual([301]);
    room.close();
    await says();
    expect(handed).toEqual([301, 302, 303]);
    await room.open();
    await says();
    expect(handed).toEqual([301, 302, 303, 304]);
  });

  it('hands on what comes also to whoever asks for it while the room is being opened', async () => {
    const { server, rooms, engine, room } = setup();
    const handed: number[] = [];
    for (let i = 0; i < 300; i++) server.send('ben');
    server.read('ana', 100);
    await rooms.load();
    const opened = room.open();
    room.onMessage(({ seq }) => handed.push(seq));
    engine.hear('message:created', server.send('ben'));
    await opened;
    await jest.advanceTimersByTimeAsync(10);
    engine.hear('message:created', server.send('ben'));
    await jest.advanceTimersByTimeAsync(10);
    expect(handed).toEqual([301, 302]);
  });

  it('leaves whoever reads elsewhere where they are, however much was missed', async () => {
    const { server, rooms, room } = setup();
    for (let i = 0; i < 300; i++) server.send('ben');
    server.read('ana', 300);
    await rooms.load();
    await room.open();
    await room.loadAround(100);
    for (let i = 0; i < 500; i++) server.send('ben');
    await room.startAgain();
    expect(room.state.get().firstUnreadSeq).toBeNull();
    expect(room.state.get().messages.some(({ seq }) => seq === 100)).toBe(true);
  });

  it('begins anew at what is unread for who looks again', async () => {
    const { server, rooms, engine, room } = setup();
    for (let i = 0; i < 300; i++) server.send('ben');
    server.read('ana', 300);
    await rooms.load();
    await room.open();
    room.beginAtUnread();
    expect(room.state.get().firstUnreadSeq).toBeNull();
    engine.hear('message:created', server.send('ben'));
    expect(room.state.get().firstUnreadSeq).toBeNull();
    room.beginAtUnread();
    expect(room.state.get()).toMatchObject({ firstUnreadSeq: 301, messages: { length: 51 } });
  });

  it('goes on where reading ended in a room in view of which too much was missed, and at the newest where all was read', async () => {
    const { server, rooms, room } = setup();
    for (let i = 0; i < 300; i++) server.send('ben');
    server.read('ana', 300);
    await rooms.load();
    await room.open();
    for (let i = 0; i < 500; i++) server.send('ben');
    await room.startAgain();
    expect(room.state.get()).toMatchObject({ firstUnreadSeq: 301, unreadCount: 500, hasAfter: true });
    expect(room.state.get().messages.some(({ seq }) => seq === 301)).toBe(true);
    await room.loadNewest();
    for (let i = 0; i < 500; i++) server.send('ben');
    server.read('ana', 1_300);
    await room.startAgain();
    expect(room.state.get()).toMatchObject({ firstUnreadSeq: null, hasAfter: false });
    expect(room.state.get().messages).toEqual(server.messages.slice(-50));
  });

  it('is not ready where the page could not be had that one has to begin with, and begins there once it can', async () => {
    let isAway = false;
    const { server, rooms, room } = setup({
      rest: (own) => ({
        ...own,
        messages: {
          ...own.messages,
          history: (...asked) =>
            isAway ? Promise.reject(new ParleyError('unavailable', 'Away.')) : own.messages.history(...asked),
        },
      }),
    });
    for (let i = 0; i < 300; i++) server.send('ben');
    server.read('ana', 300);
    await rooms.load();
    await room.open();
    await room.loadAround(20);
    room.close();
    isAway = true;
    await room.open();
    expect(room.state.get()).toMatchObject({ status: 'error', error: { code: 'unavailable' } });
    isAway = false;
    await room.open();
    expect(room.state.get()).toMatchObject({ status: 'ready', error: null, hasAfter: false });
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
