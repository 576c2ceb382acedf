import { limits } from '@parley/contracts';
import { anId, as, startTestChatrooms, type TestChatrooms } from '../fixture/chatrooms.fixture';

let rooms: TestChatrooms;
beforeAll(async () => {
  rooms = await startTestChatrooms();
});
afterAll(() => rooms.close());

const invite = (userId: string, roomId: string, memberIds: string[], client = rooms.client) =>
  client.invite({ roomId, memberIds }, as(userId));

it('brings people in, whoever of the members invites, and tells the messages service first', async () => {
  const [ane, jon, miren, peru] = [rooms.person(), rooms.person(), rooms.person(), rooms.person()];
  const { id } = await rooms.group([ane, jon]);
  const { room, joined } = await invite(jon, id, [miren, peru, miren]);
  expect([...joined].sort()).toEqual([miren, peru].sort());
  expect(room.members.map((member) => member.userId)).toEqual(expect.arrayContaining([ane, jon, miren, peru]));
  expect(rooms.messages.rolesIn(id)).toEqual({ [ane]: 'owner', [jon]: 'member', [miren]: 'member', [peru]: 'member' });
});

it('changes nothing for who is in, whatever divides them from the one who invites', async () => {
  const [ane, jon] = [rooms.person(), rooms.person()];
  const { id, ...before } = await rooms.group([ane, jon]);
  rooms.block(ane, jon);
  const told = rooms.messages.toldOf(id);
  expect(await invite(ane, id, [jon])).toEqual({ room: { id, ...before }, joined: [] });
  expect(rooms.messages.toldOf(id)).toBe(told);
});

it('does not find people who do not exist or are divided by a block, and then brings in nobody', async () => {
  const [ane, jon, miren] = [rooms.person(), rooms.person(), rooms.person()];
  const { id } = await rooms.group([ane]);
  rooms.block(jon, ane);
  await expect(invite(ane, id, [miren, jon])).rejects.toMatchObject({ code: 'not_found' });
  await expect(invite(ane, id, [miren, anId()])).rejects.toMatchObject({ code: 'not_found' });
  expect(rooms.messages.rolesIn(id)).toEqual({ [ane]: 'owner' });
});

it('is not found by who is not in the room, before anything else is looked at', async () => {
  const [ane, jon] = [rooms.person(), rooms.person()];
  const group = await rooms.group([ane]);
  const direct = await rooms.direct(ane, rooms.person());
  for (const roomId of [group.id, direct.id, anId()]) {
    await expect(invite(jon, roomId, [anId()])).rejects.toMatchObject({
      code: 'not_found',
      detail: 'There is no such room.',
    });
  }
});

it('is for groups', async () => {
  const [ane, jon] = [rooms.person(), rooms.person()];
  const { id } = await rooms.direct(ane, jon);
  await expect(invite(ane, id, [rooms.person()])).rejects.toMatchObject({ code: 'forbidden' });
});

it('stops at a thousand members, also where two invite at once', async () => {
  const people = Array.from({ length: limits.groupMembers - 1 }, () => rooms.person());
  const { id } = await rooms.group(people);
  const [ane = ''] = people;
  await expect(invite(ane, id, [rooms.person(), rooms.person()])).rejects.toMatchObject({ code: 'conflict' });
  const results = await Promise.allSettled([
    invite(ane, id, [rooms.person()]),
    invite(people[1] ?? '', id, [rooms.person()], rooms.other),
  ]);
  expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(Object.keys(rooms.messages.rolesIn(id) ?? {})).toHaveLength(limits.groupMembers);
});

it('is unavailable while the messages service is away, and told by the repeat', async () => {
  const [ane, jon] = [rooms.person(), rooms.person()];
  const { id } = await rooms.group([ane]);
  rooms.messages.setBroken(true);
  await expect(invite(ane, id, [jon])).rejects.toMatchObject({ code: 'unavailable' });
  rooms.messages.setBroken(false);
  expect(await invite(ane, id, [jon])).toMatchObject({ joined: [jon] });
  expect(rooms.messages.rolesIn(id)).toEqual({ [ane]: 'owner', [jon]: 'member' });
  expect(await invite(ane, id, [jon])).toMatchObject({ joined: [] });
});
