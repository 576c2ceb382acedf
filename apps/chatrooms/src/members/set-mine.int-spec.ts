import { as, startTestChatrooms, type TestChatrooms } from '../fixture/chatrooms.fixture';

let rooms: TestChatrooms;
beforeAll(async () => {
  rooms = await startTestChatrooms();
});
afterAll(() => rooms.close());

it('changes what is named, for the one member, and tells whether it did', async () => {
  const [ane, jon] = [rooms.person(), rooms.person()];
  const { id: roomId } = await rooms.group([ane, jon]);
  const pinned = await rooms.client.setMine({ roomId, settings: { pinned: true } }, as(jon));
  expect(pinned).toMatchObject({ changed: true, room: { settings: { pinned: true, muted: false, archived: false } } });
  const both = await rooms.client.setMine({ roomId, settings: { pinned: false, archived: true } }, as(jon));
  expect(both).toMatchObject({ changed: true, room: { settings: { pinned: false, muted: false, archived: true } } });
  expect(await rooms.client.setMine({ roomId, settings: { archived: true } }, as(jon))).toEqual({
    ...both,
    changed: false,
  });
  expect(await rooms.client.setMine({ roomId, settings: {} }, as(jon))).toEqual({ ...both, changed: false });
  const { rooms: seen } = await rooms.client.records({ roomIds: [roomId] }, as(ane));
  expect(seen).toMatchObject([{ settings: { pinned: false, muted: false, archived: false } }]);
});

it('is not found by who is not in the room', async () => {
  const { id: roomId } = await rooms.group([rooms.person()]);
  const outsider = as(rooms.person());
  await expect(rooms.client.setMine({ roomId, settings: { muted: true } }, outsider)).rejects.toMatchObject({
    code: 'not_found',
  });
});
