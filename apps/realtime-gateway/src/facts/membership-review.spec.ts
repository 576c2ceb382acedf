import { testLog } from '@parley/testing';
import { MemberNode } from './member-node.fixture';
import { MembershipReview } from './membership-review';

const never = new AbortController().signal;

function aReview() {
  const there = new MemberNode();
  const calls: string[][] = [];
  let isAway = false;
  const review = new MembershipReview(
    there.sockets.live,
    {
      membershipsOf: async ({ userIds }) => {
        calls.push([...userIds]);
        if (isAway) throw new Error('the service is away');
        const members = userIds.map((userId) => ({
          ...{ userId, heads: [] },
          roomIds: [...there.members].flatMap(([roomId, users]) => (users.has(userId) ? [roomId] : [])),
        }));
        return { members };
      },
    },
    there.check,
    testLog(),
  );
  return { there, review, calls, setAway: (value: boolean) => (isAway = value) };
}

it('finds what every socket hears and should not, and does not hear and should, not the first of a member alone', async () => {
  const { there, review } = aReview();
  there.set('in', 'ana');
  there.set('out', 'ben');
  const right = await there.sockets.connected('ana', 'in');
  const deaf = await there.sockets.connected('ana');
  const nosy = await there.sockets.connected('ana', 'in', 'out');
  review.begin();
  expect(review.isPending).toBe(true);
  await review.run(never);
  expect(review.isPending).toBe(false);
  for (const socket of [right, deaf, nosy]) expect([socket.hears('in'), socket.hears('out')]).toEqual([true, false]);
});

it('asks about nobody twice in health, and about many in one call', async () => {
  const { there, review, calls } = aReview();
  for (let index = 0; index < 150; index++) await there.sockets.connected(`user ${index}`);
  review.begin();
  await review.run(never);
  await review.run(never);
  expect(calls.map((userIds) => userIds.length)).toEqual([64, 64, 22]);
  expect(there.asked).toEqual([]);
});

it('is pending until everybody who was there could be compared', async () => {
  const { there, review, calls, setAway } = aReview();
  const eve = await there.sockets.connected('eve', 'out');
  review.begin();
  setAway(true);
  await review.run(never);
  expect([review.isPending, eve.hears('out')]).toEqual([true, true]);
  setAway(false);
  await review.run(never);
  expect([review.isPending, eve.hears('out')]).toEqual([false, false]);
  await review.run(never);
  expect(calls).toHaveLength(2);
});

it('comes back to a member whose rooms were being read when it began', async () => {
  const { there, review } = aReview();
  const eve = there.sockets.begin('eve');
  review.begin();
  await review.run(never);
  expect(review.isPending).toBe(true);
  await eve.enter('out');
  await review.run(never);
  expect([review.isPending, eve.hears('out')]).toEqual([false, false]);
});
