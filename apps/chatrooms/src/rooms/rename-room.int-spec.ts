import { anId, as, startTestChatrooms, type TestChatrooms } from '../fixture/chatrooms.fixture';

let rooms: TestChatrooms;
beforeAll(async () => {
  rooms = await startTestChatrooms();
});
afterAll(() => rooms.close());

it('gives a group another title, and tells whether it did', async () => {
  const ane = rooms.person();
  const { id: roomId, updatedAt } = await rooms.group([ane]);
  const { room, changed } = await rooms.client.rename({ roomId, title: '  Catalan ' }, as(ane));
  expect(changed).toBe(true);
  expect(room.title).toBe('Catalan');
  expect(Date.parse(room.updatedAt)).toBeGreaterThanOrEqual(Date.parse(updatedAt));
  expect(await rooms.client.rename({ roomId, title: 'Catalan' }, as(ane))).toEqual({ room, changed: false });
});

it('is for the group’s owner, and not for direct rooms', async () => {
  const [ane, jon] = [rooms.person(), rooms.person()];
  const group = await rooms.group([ane, jon]);
  const direct = await rooms.direct(ane, jon);
  await expect(rooms.client.rename({ roomId: group.id, title: 'Mine' }, as(jon))).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(rooms.client.rename({ roomId: direct.id, title: 'Us' }, as(ane))).rejects.toMatchObject({
    code: 'forbidden',
  });
});

it('is not found by who is not in the room', async () => {
  const { id: roomId } = await rooms.group([rooms.person()]);
  const outsider = as(rooms.person());
  await expect(rooms.client.rename({ roomId, title: 'Mine' }, outsider)).rejects.toMatchObject({ code: 'not_found' });
  await expect(rooms.client.rename({ roomId: anId(), title: 'Mine' }, outsider)).rejects.toMatchObject({
    code: 'not_found',
  });
});
