import type { Change } from '@parley/contracts';
import { ChangeQueue } from './change-queue';

const change = (lastReadSeq: number): Change => ({
  type: 'readMoved',
  roomId: 'r',
  userId: 'u',
  lastReadSeq,
  shown: true,
});
const numbers = (changes: readonly Change[]) =>
  changes.map((item) => (item.type === 'readMoved' ? item.lastReadSeq : -1));

it('delivers in order, in batches, one at a time, after the answer of whoever published', async () => {
  const batches: number[][] = [];
  let atOnce = 0;
  const queue = new ChangeQueue({
    batch: 3,
    onLost: () => undefined,
    deliver: async (batch) => {
      expect(++atOnce).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 1));
      batches.push(numbers(batch));
      atOnce--;
    },
  });
  queue.publish([change(1), change(2)]);
  queue.publish([change(3), change(4)]);
  expect(batches).toEqual([]);
  await queue.flushed();
  expect(batches).toEqual([[1, 2, 3], [4]]);
});

it('gives up what it has no room for, and what could not be delivered, and goes on', async () => {
  const delivered: number[] = [];
  const lost: number[] = [];
  const queue = new ChangeQueue({
    capacity: 3,
    batch: 1,
    onLost: (count) => lost.push(count),
    deliver: (batch) => {
      if (numbers(batch).includes(2)) throw new Error('down');
      delivered.push(...numbers(batch));
    },
  });
  queue.publish([1, 2, 3, 4, 5].map(change));
  await queue.flushed();
  expect(delivered).toEqual([1, 3]);
  expect(lost).toEqual([2, 1]);
  queue.publish([change(6)]);
  await queue.flushed();
  expect(delivered).toEqual([1, 3, 6]);
});
