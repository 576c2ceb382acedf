import { anId, as, startTestChatrooms, type TestChatrooms } from '../fixture/chatrooms.fixture';

let rooms: TestChatrooms;
beforeAll(async () => {
  rooms = await startTestChatrooms();
});
afterAll(() => rooms.close());

const remove = (userId: string, roomId: string, memberId: string, client = rooms.client) =>
  client.removeMember({ roomId, userId: memberId }, as(userId));

it('lets the owner remove somebody, who sees nothing of the room from then on', async () => {
  const [ane, jon, miren] = [rooms.person(), rooms.person(), rooms.person()];
  const { id } = await rooms.group([ane, jon, miren]);
  const { left, remaining } = await remove(ane, id, jon);
  expect(left).toEqual([jon]);
  expect([...remaining].sort()).toEqual([ane, miren].sort());
  expect(rooms.messages.rolesIn(id)).toEqual({ [ane]: 'owner', [miren]: 'member' });
  expect(await rooms.client.records({ roomIds: [id] }, as(jon))).toEqual({ rooms: [] });
});

it('lets anybody leave', async () => {
  const [ane, jon] = [rooms.person(), rooms.person()];
  const { id } = await rooms.group([ane, jon]);
  expect(await remove(jon, id, jon)).toEqual({ left: [jon], remaining: [ane] });
  await expect(remove(jon, id, jon)).rejects.toMatchObject({ code: 'not_found' });
});

it('does not let a member remove another', async () => {
  const [ane, jon, miren] = [rooms.person(), rooms.person(), rooms.person()];
  const { id } = await rooms.group([ane, jon, miren]);
  await expect(remove(jon, id, miren)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(remove(jon, id, ane)).rejects.toMatchObject({ code: 'forbidden' });
});

it('changes nothing for who is out already', async () => {
  const [ane, jon] = [rooms.person(), rooms.person()];
  const { id } = await rooms.group([ane, jon]);
  await remove(ane, id, jon);
  const told = rooms.messages.toldOf(id);
  expect(await remove(ane, id, jon)).toEqual({ left: [], remaining: [ane] });
  expect(await remove(ane, id, anId())).toEqual({ left: [], remaining: [ane] });
  expect(rooms.messages.toldOf(id)).toBe(told);
});

it('is not for direct rooms, and not found by who is not in the room', async () => {
  const [ane, jon, miren] = [rooms.person(), rooms.person(), rooms.person()];
  const { id } = await rooms.direct(ane, jon);
  await expect(remove(ane, id, ane)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(remove(ane, id, jon)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(remove(miren, id, jon)).rejects.toMatchObject({ code: 'not_found' });
  await expect(remove(miren, anId(), miren)).rejects.toMatchObject({ code: 'not_found' });
});

it('makes the longest-standing member owner when the owner leaves', async () => {
  const [ane, jon, miren, peru] = [rooms.person(), rooms.person(), rooms.person(), rooms.person()];
  const { id } = await rooms.group([ane]);
  for (const userId of [jon, miren, peru]) await rooms.client.invite({ roomId: id, memberIds: [userId] }, as(ane));
  await remove(jon, id, jon);
  expect(await remove(ane, id, ane)).toEqual({ left: [ane], remaining: [miren, peru] });
  expect(rooms.messages.rolesIn(id)).toEqual({ [miren]: 'owner', [peru]: 'member' });
  expect(await rooms.client.rename({ roomId: id, title: 'Mine now' }, as(miren))).toMatchObject({ changed: true });
});

it('leaves a room that nobody can reach after the last', async () => {
  const ane = rooms.person();
  const { id } = await rooms.group([ane]);
  expect(await remove(ane, id, ane)).toEqual({ left: [ane], remaining: [] });
  expect(rooms.messages.rolesIn(id)).toEqual({});
  expect(await rooms.client.records({ roomIds: [id] }, as(ane))).toEqual({ rooms: [] });
});

it('is unavailable while the messages service is away, and told by the repeat', async () => {
  const [ane, jon] = [rooms.person(), rooms.person()];
  const { id } = await rooms.group([ane, jon]);
  rooms.messages.setBroken(true);
  await expect(remove(ane, id, jon)).rejects.toMatchObject({ code: 'unavailable' });
  rooms.messages.setBroken(false);
  expect(await remove(ane, id, jon)).toEqual({ left: [jon], remaining: [ane] });
  expect(rooms.messages.rolesIn(id)).toEqual({ [ane]: 'owner' });
});

it('keeps one owner, while anybody is in, whoever comes and goes at once', async () => {
  for (let round = 0; round < 10; round++) {
    const people = Array.from({ length: 6 }, () => rooms.person());
    const { id } = await rooms.group(people.slice(0, 5));
    const [a = '', b = '', c = '', d = '', e = '', guest = ''] = people;
    await Promise.allSettled([
      remove(a, id, a),
      remove(b, id, b, rooms.other),
      remove(a, id, c, rooms.other),
      rooms.client.invite({ roomId: id, memberIds: [guest] }, as(d)),
      remove(d, id, d),
    ]);
    const members = await rooms.db.query<{ user_id: string; role: string }[]>(
      'SELECT user_id, role FROM members WHERE room_id = $1',
      [id],
    );
    expect(members.filter((member) => member.role === 'owner')).toHaveLength(1);
    expect(members.map((member) => member.user_id)).toContain(e);
    // What the messages service was told last is how it is.
    expect(rooms.messages.rolesIn(id)).toEqual(Object.fromEntries(members.map(({ user_id, role }) => [user_id, role])));
  }
});
