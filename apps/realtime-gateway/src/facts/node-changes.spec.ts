import { eventually } from '@parley/testing';
import { MemberNode } from './member-node.fixture';

const R = '0199f3a0-0000-7000-8000-00000000000a';

it('news of joining lets nobody hear a room before it was read that they are in it', async () => {
  const there = new MemberNode();
  const ana = await there.sockets.connected('ana');
  there.set(R, 'ana');
  there.isHolding = true;
  there.node.joined(R, ['ana']);
  const call = await there.call();
  expect(ana.hears(R)).toBe(false);
  call.answer();
  await there.after(0);
  expect([ana.hears(R), ana.told]).toEqual([true, ['room:joined']]);
});

it('news of joining that comes after the leaving lets nobody hear the room, also where nothing can be read', async () => {
  const there = new MemberNode();
  const ana = await there.sockets.connected('ana');
  there.set(R, 'ben');
  there.isAway = true;
  there.node.joined(R, ['ana']);
  await there.after(0);
  expect([ana.hears(R), ana.told]).toEqual([false, []]);
  there.isAway = false;
  await there.after(100);
  expect([ana.hasHeard(R), ana.told, there.check.isPending(R)]).toEqual([false, [], false]);
});

it('who leaves while it is read that they are in hears nothing and is told of no joining', async () => {
  const there = new MemberNode();
  const ana = await there.sockets.connected('ana');
  const ben = await there.sockets.connected('ben');
  there.set(R, 'ana', 'ben');
  there.isHolding = true;
  there.node.joined(R, ['ana', 'ben']);
  const early = await there.call();
  there.set(R, 'ben');
  there.node.left(R, ['ana']);
  early.answer();
  const late = await there.call();
  expect([ana.hears(R), ben.hears(R)]).toEqual([false, true]);
  late.answer();
  await there.after(0);
  expect([ana.hasHeard(R), ana.told, ben.told]).toEqual([false, ['room:left'], ['room:joined']]);
});

it('late news of leaving makes nobody deaf for longer than a reading takes', async () => {
  const there = new MemberNode();
  const ana = await there.sockets.connected('ana', R);
  there.set(R, 'ana');
  there.node.left(R, ['ana']);
  expect([ana.hears(R), ana.told]).toEqual([false, ['room:left']]);
  await there.after(0);
  expect([ana.hears(R), ana.told]).toEqual([true, ['room:left', 'room:joined']]);
  expect(there.asked).toHaveLength(1);
});

it('who hears a room and could not be told of it is told once it can be read: only then do they know that they have to ask', async () => {
  const there = new MemberNode();
  const ana = await there.sockets.connected('ana');
  there.set(R, 'ana');
  there.areItemsAway = true;
  there.node.joined(R, ['ana']);
  await there.after(0);
  expect([ana.hears(R), ana.told, there.node.isUntold('ana', R)]).toEqual([true, [], true]);
  await there.after(300);
  expect([ana.told, there.node.isUntold('ana', R)]).toEqual([[], true]);
  there.areItemsAway = false;
  await there.after(300);
  await there.after(300);
  expect([ana.told, there.node.isUntold('ana', R)]).toEqual([['room:joined'], false]);
});

it('who has left while they could not be told is told of the leaving alone', async () => {
  const there = new MemberNode();
  const ana = await there.sockets.connected('ana');
  there.set(R, 'ana');
  there.areItemsAway = true;
  there.node.joined(R, ['ana']);
  await there.after(0);
  there.set(R);
  there.node.left(R, ['ana']);
  there.areItemsAway = false;
  await there.after(300);
  expect([ana.hears(R), ana.told, there.node.isUntold('ana', R)]).toEqual([false, ['room:left'], false]);
});

it('what was said between the joining and the hearing is told after the room, page by page, and what was said before is not', async () => {
  const there = new MemberNode();
  const ana = await there.sockets.connected('ana');
  [there.joinedSeq, there.lastSeq] = [3, 6];
  there.set(R, 'ana');
  there.node.joined(R, ['ana']);
  await there.after(0);
  expect(ana.told).toEqual(['room:joined', 'message:created', 'message:created', 'message:created']);
  expect(there.pagesRead).toBe(2);
});

it('nothing is read of a room in which nothing was said since', async () => {
  const there = new MemberNode();
  const ana = await there.sockets.connected('ana');
  there.set(R, 'ana');
  there.node.joined(R, ['ana']);
  await there.after(0);
  expect([ana.told, there.pagesRead]).toEqual([['room:joined'], 0]);
});

it('a device that hears the room already is told nothing because another is just connecting, and nothing is read', async () => {
  const there = new MemberNode();
  const laptop = await there.sockets.connected('ana', R);
  const phone = there.sockets.begin('ana');
  [there.joinedSeq, there.lastSeq] = [0, 6];
  there.set(R, 'ana', 'ben');
  there.node.joined(R, ['ana', 'ben']);
  await there.after(0);
  phone.connect();
  await there.after(0);
  expect([laptop.told, phone.told, there.pagesRead]).toEqual([[], [], 0]);
  expect(phone.hears(R)).toBe(true);
});

it('who was about to be told is told, though another device of theirs begins to connect meanwhile', async () => {
  const there = new MemberNode();
  const laptop = await there.sockets.connected('ana');
  [there.joinedSeq, there.lastSeq, there.isPageHeld] = [5, 6, true];
  there.set(R, 'ana');
  there.node.joined(R, ['ana']);
  await there.after(0);
  there.sockets.begin('ana');
  there.node.joined(R, ['ana']);
  await there.after(0);
  there.isPageHeld = false;
  there.pageGate.resolve();
  await there.after(0);
  expect(laptop.told).toEqual(['room:joined', 'message:created']);
});

it('who is removed while it is read what was said is told nothing of it', async () => {
  const there = new MemberNode();
  const ana = await there.sockets.connected('ana');
  [there.joinedSeq, there.lastSeq, there.isPageHeld] = [5, 6, true];
  there.set(R, 'ana');
  there.node.joined(R, ['ana']);
  await there.after(0);
  there.set(R);
  there.node.left(R, ['ana']);
  there.pageGate.resolve();
  await there.after(0);
  expect(ana.told).toEqual(['room:left']);
});

describe('of hundreds who come into a room at once', () => {
  const said = ['room:joined', 'message:created', 'message:created', 'message:created'];

  async function comeIn(there: MemberNode, count: number) {
    const userIds = Array.from({ length: count }, (_, index) => `member ${index}`);
    const sockets = [];
    for (const userId of userIds) sockets.push(await there.sockets.connected(userId));
    [there.joinedSeq, there.lastSeq] = [3, 6];
    there.set(R, ...userIds);
    there.node.joined(R, userIds);
    await there.after(0);
    return { userIds, sockets };
  }

  it('each is told what was said, and it is read once', async () => {
    const there = new MemberNode();
    const { sockets } = await comeIn(there, 500);
    await eventually(() => expect(sockets.at(-1)?.told).toEqual(said));
    for (const { told } of sockets) expect(told).toEqual(said);
    // Two pages for three messages.
    expect([there.itemsRead, there.pagesRead]).toEqual([500, 2]);
  });

  it('those whose item shows more than was read are told what was read anew', async () => {
    const there = new MemberNode();
    there.isPageHeld = true;
    const { sockets } = await comeIn(there, 3);
    there.lastSeq = 7;
    there.pageGate.resolve();
    await there.after(0);
    const more = [...said, 'message:created'];
    expect(sockets.map(({ told }) => told)).toEqual([said, more, more]);
    expect(there.pagesRead).toBe(2 + 2);
  });

  it('nobody lacks what could not be read for one who was out of the room by then', async () => {
    const there = new MemberNode();
    there.isPageHeld = true;
    const { userIds, sockets } = await comeIn(there, 3);
    const [first = '', ...others] = userIds;
    there.set(R, ...others);
    there.node.left(R, [first]);
    there.pageGate.resolve();
    await there.after(0);
    expect(sockets.map(({ told }) => told)).toEqual([['room:left'], said, said]);
  });
});
