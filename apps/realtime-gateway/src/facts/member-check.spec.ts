import { MemberNode } from './member-node.fixture';

it('finds after its grace who is in and who is out without any news, and tells them and those who stay', async () => {
  const there = new MemberNode(300);
  const [ana, ben, eve] = [
    await there.sockets.connected('ana', 'r'),
    await there.sockets.connected('ben'),
    await there.sockets.connected('eve', 'r'),
  ];
  there.set('r', 'ana', 'ben');
  there.check.add('r');
  await there.after(299);
  expect([there.asked, there.check.isPending('r')]).toEqual([[], true]);
  await there.after(1);
  expect([ana, ben, eve].map(({ told }) => told)).toEqual([[], ['room:joined'], ['room:left']]);
  expect([ana, ben, eve].map((each) => each.hears('r'))).toEqual([true, true, false]);
  expect([there.mended, there.updated, there.check.isPending('r')]).toEqual([1, ['r'], false]);
  await there.after(1_000);
  expect(there.asked).toEqual([['r']]);
});

it('where the news came in time nothing counts as mended', async () => {
  const there = new MemberNode();
  const [ana, ben] = [await there.sockets.connected('ana', 'r'), await there.sockets.connected('ben')];
  there.set('r', 'ben');
  there.node.left('r', ['ana']);
  there.node.joined('r', ['ben']);
  there.check.add('r');
  await there.after(1_000);
  expect([ana.hears('r'), ben.hears('r'), there.mended, there.updated]).toEqual([false, true, 0, []]);
});

it('looks at rooms that are heard here before all others, however long those have waited', async () => {
  const there = new MemberNode();
  for (let index = 0; index < 50; index++) there.check.add(`unheard ${index}`);
  await there.sockets.connected('ana', 'heard');
  there.check.add('heard');
  await there.after(300);
  expect(there.asked[0]?.[0]).toBe('heard');
  expect(there.asked.flat()).toHaveLength(51);
});

it('a room that waits and comes to be heard here moves up', async () => {
  const there = new MemberNode();
  for (let index = 0; index < 50; index++) there.check.add(`unheard ${index}`);
  await there.sockets.connected('ana', 'unheard 49');
  there.check.add('unheard 49');
  await there.after(300);
  expect(there.asked[0]?.[0]).toBe('unheard 49');
  expect(there.asked.flat()).toHaveLength(50);
});

it('says so where more rooms have changed than can wait, and passes no heard room over for the sake of others', async () => {
  const there = new MemberNode();
  for (let index = 0; index < 10_000; index++) there.check.add(`unheard ${index}`);
  expect(there.blind).toBe(0);
  there.check.add('one too many');
  expect([there.blind, there.check.isPending('one too many')]).toEqual([1, false]);
  await there.sockets.connected('ana', 'heard');
  there.check.add('heard');
  expect([there.blind, there.check.isPending('heard')]).toEqual([1, true]);
});

it('keeps what could not be read for the next look', async () => {
  const there = new MemberNode(0);
  const eve = await there.sockets.connected('eve', 'r');
  there.isAway = true;
  there.check.add('r');
  for (let looks = 0; looks < 3; looks++) await there.after(100);
  expect([eve.hears('r'), there.check.isPending('r')]).toEqual([true, true]);
  there.isAway = false;
  await there.after(100);
  expect([eve.hears('r'), there.check.isPending('r')]).toEqual([false, false]);
});

it('what changes while it is read is read again', async () => {
  const there = new MemberNode(0);
  const ana = await there.sockets.connected('ana', 'r');
  there.set('r', 'ana');
  there.isHolding = true;
  there.check.hurry('r');
  const early = await there.call();
  there.set('r');
  there.check.add('r');
  early.answer();
  (await there.call()).answer();
  await there.after(0);
  expect([ana.hears('r'), ana.told]).toEqual([false, ['room:left']]);
});

it('a socket that is still connecting hears a room its member came into, whatever was read for it, and is told nothing', async () => {
  const there = new MemberNode(0);
  const [early, late] = [there.sockets.begin('ana'), there.sockets.begin('ana')];
  // The rooms of this one were read and heard before the invitation; it is not connected yet.
  await late.enter();
  there.set('r', 'ana');
  there.check.add('r');
  await there.after(0);
  // The rooms of this one were read before the invitation and are heard only now.
  await early.enter();
  expect([early.hears('r'), late.hears('r')]).toEqual([true, true]);
  for (const socket of [early, late]) socket.connect();
  expect([early.told, late.told, there.mended]).toEqual([[], [], 0]);
});

it('a socket that is still connecting does not bring back a room that its member is out of', async () => {
  const there = new MemberNode(0);
  const eve = there.sockets.begin('eve');
  there.set('r', 'ana');
  there.check.add('r');
  await there.after(0);
  // What was read for it before the removal.
  await eve.enter('r', 'another');
  expect([eve.hears('r'), eve.hears('another')]).toEqual([false, true]);
});

it('looks no more once it is over', async () => {
  const there = new MemberNode(0);
  await there.check.stop();
  there.check.add('r');
  await there.after(0);
  expect(there.asked).toEqual([]);
});
