import { jest } from '@jest/globals';
import { setup } from './model-client.fixture';

const settle = (): Promise<void> => jest.advanceTimersByTimeAsync(60_000);

describe('how far was read', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('tells again how far was read where the session had ended meanwhile, and where the server forgot it', async () => {
    const { server, network, mend, rooms, room } = setup();
    for (let i = 0; i < 5; i++) server.send('ben');
    await rooms.load();
    await room.open();
    network.hasExpired = true;
    room.markRead(3);
    await jest.advanceTimersByTimeAsync(1_000);
    expect([room.state.get().lastReadSeq, server.lastReadSeq]).toEqual([3, 0]);
    network.hasExpired = false;
    await settle();
    expect(server.lastReadSeq).toBe(3);
    server.forgetCursor();
    mend();
    await settle();
    expect(server.lastReadSeq).toBe(3);
  });

  it('learns what was read on another device also in rooms that the overview does not show, with what came meanwhile', async () => {
    for (const isOpen of [true, false]) {
      const { server, network, mend, rooms, room } = setup({ overview: 'none' });
      for (let i = 0; i < 300; i++) server.send('ben');
      await rooms.load();
      rooms.joined(server.item());
      if (isOpen) await room.open();
      await settle();
      expect(room.state.get().unreadCount).toBe(300);
      network.online = false;
      server.read('ana', 298);
      mend();
      await settle();
      expect(room.state.get()).toMatchObject({ lastReadSeq: 298, unreadCount: 2 });
      network.online = false;
      server.read('ana', 300);
      server.send('ben');
      mend();
      await settle();
      expect(room.state.get()).toMatchObject({ lastReadSeq: 300, unreadCount: 1 });
    }
  });
});
