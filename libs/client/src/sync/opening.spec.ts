import { jest } from '@jest/globals';
import { ParleyError } from '@parley/contracts';
import { setup } from './model-client.fixture';

const LENGTH = 80;

/** A room of which nothing is known here, all of it read. What is done between the answer for its newest messages and that for the room may be given. */
function aRoom(between: (server: ReturnType<typeof setup>['server']) => void = () => undefined) {
  const { server, network, rooms } = setup({ overview: 'none' });
  for (let count = 1; count <= LENGTH; count++) server.send('ben');
  server.read('ana', LENGTH);
  // What is shown is what opening has brought: no sync mends it.
  network.online = false;
  const page = jest.spyOn(server, 'page');
  const pagesBefore: number[] = [];
  const itemNow = server.item.bind(server);
  jest.spyOn(server, 'item').mockImplementation(() => {
    pagesBefore.push(page.mock.calls.length);
    between(server);
    return itemNow();
  });
  return { server, page, pagesBefore, room: rooms.room('r') };
}

describe('opening a room of which nothing is known', () => {
  it('asks for its newest messages along with the room itself, and for both once', async () => {
    const { server, page, pagesBefore, room } = aRoom();
    await room.open();
    expect([pagesBefore, page.mock.calls.length]).toEqual([[1], 1]);
    expect(room.state.get()).toMatchObject({ status: 'ready', lastSeq: LENGTH, firstUnreadSeq: null });
    expect(room.state.get().messages).toEqual(server.messages.slice(-50));
  });

  it.each([
    ['was changed', LENGTH],
    ['that is not among them was changed', 1],
  ])('asks again where a message %s after they were read and before the room was', async (_, seq) => {
    const { server, page, room } = aRoom((one) => {
      if (one.revision === LENGTH) one.alter(seq, { text: 'changed' });
    });
    await room.open();
    expect(page).toHaveBeenCalledTimes(2);
    expect(room.state.get().item?.revision).toBe(LENGTH + 1);
    expect(room.state.get().messages).toEqual(server.messages.slice(-50));
  });

  it('asks again where an overview that came meanwhile is newer than both', async () => {
    const { server, page, room } = aRoom();
    const before = server.item();
    const opening = room.open();
    await Promise.resolve();
    server.send('ben');
    room.takeItem(server.item());
    jest.spyOn(server, 'item').mockReturnValue(before);
    await opening;
    expect(page).toHaveBeenCalledTimes(2);
    expect(room.state.get().messages).toEqual(server.messages.slice(-50));
  });

  it('says where they could not be had, having asked once, and asks again when told to', async () => {
    const { server, page, room } = aRoom();
    page.mockImplementationOnce(() => {
      throw new ParleyError('unavailable', 'No answer came in time.');
    });
    await room.open();
    expect([room.state.get().status, page.mock.calls.length]).toEqual(['error', 1]);
    await room.open();
    expect(room.state.get().status).toBe('ready');
    expect(room.state.get().messages).toEqual(server.messages.slice(-50));
  });
});
