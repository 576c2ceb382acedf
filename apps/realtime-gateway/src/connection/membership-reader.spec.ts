import { ParleyError, type messagesRpc, type RpcOutput } from '@parley/contracts';
import { MembershipReader } from './membership-reader';

type Answer = RpcOutput<typeof messagesRpc.membershipsOf>;

/** A service that answers when the test says so, with one room for each member, named after them. */
function setup() {
  const calls: { userIds: readonly string[]; answer: () => void; fail: () => void }[] = [];
  const reader = new MembershipReader({
    membershipsOf: ({ userIds }) =>
      new Promise<Answer>((resolve, reject) =>
        calls.push({
          userIds,
          answer: () =>
            resolve({ members: userIds.map((userId) => ({ userId, roomIds: [`of ${userId}`], heads: [[1, 1]] })) }),
          fail: () => reject(new ParleyError('unavailable', 'away')),
        }),
      ),
  });
  return { calls, reader };
}
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const turns = async (): Promise<void> => {
  for (let i = 0; i < 3; i++) await turn();
};

it('asks at once for those who come alone, and together for those who come meanwhile', async () => {
  const { calls, reader } = setup();
  const first = [reader.read('a')];
  await turns();
  first.push(reader.read('b'));
  await turns();
  const others = Array.from({ length: 100 }, (_, n) => reader.read(`m${n % 70}`));
  await turns();
  expect(calls.map(({ userIds }) => userIds)).toEqual([['a'], ['b']]);
  calls[0]?.answer();
  await turns();
  calls[1]?.answer();
  await turns();
  expect(calls.slice(2).map(({ userIds }) => userIds.length)).toEqual([64, 6]);
  for (const { answer } of calls.slice(2)) answer();
  expect((await Promise.all(first)).map(({ roomIds }) => roomIds)).toEqual([['of a'], ['of b']]);
  const found = await Promise.all(others);
  expect(found.map(({ roomIds }) => roomIds[0])).toEqual(found.map((_, n) => `of m${n % 70}`));
});

it('never answers with what was read before it was asked', async () => {
  const { calls, reader } = setup();
  const early = reader.read('a');
  await turns();
  const late = reader.read('a');
  await turns();
  expect(calls).toHaveLength(2);
  for (const { answer } of calls) answer();
  await Promise.all([early, late]);
});

it('tells all who were asked about that it failed, and goes on', async () => {
  const { calls, reader } = setup();
  const lost = [reader.read('a'), reader.read('b')].map((read) => expect(read).rejects.toThrow('away'));
  await turns();
  calls[0]?.fail();
  await Promise.all(lost);
  const again = reader.read('a');
  await turns();
  calls[1]?.answer();
  expect((await again).roomIds).toEqual(['of a']);
});
