import { limits } from '@parley/contracts';
import { anId, as, startTestChatrooms, type TestChatrooms } from '../fixture/chatrooms.fixture';

let rooms: TestChatrooms;
beforeAll(async () => {
  rooms = await startTestChatrooms();
});
afterAll(() => rooms.close());

const direct = (memberId: string) => ({ room: { kind: 'direct' as const, memberIds: [memberId] } });
const group = (memberIds: string[], title = 'Basque') => ({ room: { kind: 'group' as const, title, memberIds } });

describe('a direct room', () => {
  it('is made for two, who are told to the messages service before it is answered', async () => {
    const [ane, jon] = [rooms.person(), rooms.person()];
    const { room, created, joined } = await rooms.client.create(direct(jon), as(ane));
    expect(created).toBe(true);
    expect(room).toMatchObject({
      kind: 'direct',
      title: null,
      settings: { pinned: false, muted: false, archived: false },
    });
    expect(room.members.map(({ userId, role }) => [userId, role]).sort()).toEqual(
      [
        [ane, 'member'],
        [jon, 'member'],
      ].sort(),
    );
    expect([...joined].sort()).toEqual([ane, jon].sort());
    expect(rooms.messages.rolesIn(room.id)).toEqual({ [ane]: 'member', [jon]: 'member' });
  });

  it('begins as the request of who opens it, unless the two match mutually', async () => {
    const [ane, jon, miren] = [rooms.person(), rooms.person(), rooms.person()];
    rooms.match(ane, miren);
    const { room: contact } = await rooms.client.create(direct(jon), as(ane));
    const { room: mutual } = await rooms.client.create(direct(miren), as(ane));
    expect(rooms.messages.requestedBy(contact.id)).toBe(ane);
    expect(rooms.messages.requestedBy(mutual.id)).toBeNull();
    await rooms.client.create(direct(ane), as(jon));
    expect(rooms.messages.requestedBy(contact.id)).toBe(ane);
  });

  it('is the same from either side, and again', async () => {
    const [ane, jon] = [rooms.person(), rooms.person()];
    const { room } = await rooms.client.create(direct(jon), as(ane));
    const again = await rooms.client.create(direct(ane), as(jon));
    expect(again).toMatchObject({ created: false, joined: [], room: { id: room.id } });
  });

  it('is one room when both open it at the same moment', async () => {
    for (let round = 0; round < 20; round++) {
      const [ane, jon] = [rooms.person(), rooms.person()];
      const answers = await Promise.all([
        rooms.client.create(direct(jon), as(ane)),
        rooms.other.create(direct(ane), as(jon)),
        rooms.other.create(direct(jon), as(ane)),
      ]);
      expect(new Set(answers.map(({ room }) => room.id)).size).toBe(1);
      expect(answers.filter(({ created }) => created)).toHaveLength(1);
    }
  });

  it('is not opened with oneself, with nobody, or across a block, in either direction', async () => {
    const [ane, jon] = [rooms.person(), rooms.person()];
    rooms.block(ane, jon);
    await expect(rooms.client.create(direct(ane), as(ane))).rejects.toMatchObject({
      code: 'validation_failed',
      errors: [{ path: 'memberIds.0' }],
    });
    await expect(rooms.client.create(direct(anId()), as(ane))).rejects.toMatchObject({ code: 'not_found' });
    await expect(rooms.client.create(direct(jon), as(ane))).rejects.toMatchObject({ code: 'not_found' });
    await expect(rooms.client.create(direct(ane), as(jon))).rejects.toMatchObject({ code: 'not_found' });
  });

  it('that the pair has is answered across a block too', async () => {
    const [ane, jon] = [rooms.person(), rooms.person()];
    const { id } = await rooms.direct(ane, jon);
    rooms.block(ane, jon);
    expect(await rooms.client.create(direct(ane), as(jon))).toMatchObject({ created: false, room: { id } });
  });
});

describe('a group', () => {
  it('is owned by whoever founds it', async () => {
    const [ane, jon, miren] = [rooms.person(), rooms.person(), rooms.person()];
    const { room, created, joined } = await rooms.client.create(group([jon, miren, ane]), as(ane));
    expect(created).toBe(true);
    expect(room).toMatchObject({ kind: 'group', title: 'Basque' });
    expect(room.updatedAt).toBe(room.createdAt);
    expect([...joined].sort()).toEqual([ane, jon, miren].sort());
    expect(rooms.messages.rolesIn(room.id)).toEqual({ [ane]: 'owner', [jon]: 'member', [miren]: 'member' });
  });

  it('can be oneself alone, and two of one name', async () => {
    const ane = rooms.person();
    const first = await rooms.client.create(group([]), as(ane));
    const second = await rooms.client.create(group([]), as(ane));
    expect(first.room.members).toMatchObject([{ userId: ane, role: 'owner' }]);
    expect(second.room.id).not.toBe(first.room.id);
  });

  it('is not founded with somebody who does not exist or is divided by a block', async () => {
    const [ane, jon, miren] = [rooms.person(), rooms.person(), rooms.person()];
    rooms.block(miren, ane);
    await expect(rooms.client.create(group([jon, anId()]), as(ane))).rejects.toMatchObject({ code: 'not_found' });
    await expect(rooms.client.create(group([jon, miren]), as(ane))).rejects.toMatchObject({ code: 'not_found' });
  });

  it('has a thousand members at most, its owner among them', async () => {
    const people = Array.from({ length: limits.groupMembers }, () => rooms.person());
    const [ane = ''] = people;
    const { room } = await rooms.client.create(group(people), as(ane));
    expect(room.members).toHaveLength(limits.groupMembers);
    await expect(rooms.client.create(group(people), as(rooms.person()))).rejects.toMatchObject({
      code: 'validation_failed',
    });
  });
});

describe('while the messages service is away', () => {
  it('a room is unavailable, and told to everybody by the repeat', async () => {
    const [ane, jon] = [rooms.person(), rooms.person()];
    rooms.messages.setBroken(true);
    await expect(rooms.client.create(direct(jon), as(ane))).rejects.toMatchObject({ code: 'unavailable' });
    rooms.messages.setBroken(false);
    const { room, created, joined } = await rooms.client.create(direct(jon), as(ane));
    expect(created).toBe(false);
    expect([...joined].sort()).toEqual([ane, jon].sort());
    expect(rooms.messages.rolesIn(room.id)).toEqual({ [ane]: 'member', [jon]: 'member' });
  });
});
