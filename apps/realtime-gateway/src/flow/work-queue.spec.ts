import { newRequestId, requestContext } from '@parley/server-runtime';
import { WorkQueue } from './work-queue';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

it('does so much at once, keeps so much waiting, and outlives what fails', async () => {
  const lost: unknown[] = [];
  const queue = new WorkQueue({ atOnce: 2, capacity: 3, onLost: (reason) => lost.push(reason) });
  const finish: (() => void)[] = [];
  const begun: number[] = [];
  const work = (n: number) => () => {
    begun.push(n);
    return new Promise<void>((resolve, reject) => finish.push(n === 1 ? () => reject(new Error('one')) : resolve));
  };
  const taken = [1, 2, 3, 4, 5, 6].map((n) => queue.add(work(n)));
  expect(taken).toEqual([true, true, true, true, true, false]);
  expect(begun).toEqual([1, 2]);
  expect(lost).toEqual(['too much is waiting']);
  for (let n = 0; n < 5; n++) {
    finish[n]?.();
    await turn();
  }
  expect(begun).toEqual([1, 2, 3, 4, 5]);
  expect(lost).toEqual(['too much is waiting', new Error('one')]);
  queue.add(work(7));
  expect(begun).toEqual([1, 2, 3, 4, 5, 7]);
});

it('does its work in no context of whoever brought it, whose deadline would be that of all which comes after', async () => {
  const queue = new WorkQueue({ atOnce: 1, capacity: 3, onLost: () => undefined });
  const mine = { requestId: newRequestId() };
  const seen: unknown[] = [];
  requestContext.run(mine, () => {
    for (let n = 0; n < 2; n++) queue.add(async () => void seen.push(requestContext.getStore()?.requestId));
  });
  await turn();
  expect(new Set([mine.requestId, ...seen]).size).toBe(3);
});

it('is idle when all is done or failed, also what was added meanwhile', async () => {
  const queue = new WorkQueue({ atOnce: 1, capacity: 3, onLost: () => undefined });
  await queue.idle();
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let isIdle = false;
  queue.add(() => first.promise);
  const idle = queue.idle().then(() => (isIdle = true));
  queue.add(() => second.promise);
  first.reject(new Error('first'));
  await turn();
  expect(isIdle).toBe(false);
  second.resolve();
  await idle;
});
