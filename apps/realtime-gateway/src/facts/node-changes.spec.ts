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

it('what was said between the joining and the hearing is told after the room, and what was said long before is not', async () => {
  const there = new MemberNode();
  const ana = await there.sockets.connected('ana');
  there.said.push({ seq: 1, at: 5_000 }, { seq: 2, at: 10_050 }, { seq: 3, at: 10_060 });
  there.set(R, 'ana');
  there.node.joined(R, ['ana']);
  await there.after(0);
  expect(ana.told).toEqual(['room:joined', 'message:created', 'message:created']);
});

it('nothing is read of a room in which nothing was said since', async () => {
  const there = new MemberNode();
  const ana = await there.sockets.connected('ana');
  there.said.push({ seq: 3, at: 5_000 });
  there.set(R, 'ana');
  there.node.joined(R, ['ana']);
  await there.after(0);
  expect([ana.told, there.pagesRead]).toEqual([['room:joined'], 0]);
});
