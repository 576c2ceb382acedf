import { ParleyError } from '@parley/contracts';
import { RevocationWatch } from './revocation-watch';

const ended: { sessionId: string; reason: string }[] = [];
let now = 0;
let isDown = false;
let asked: (string | undefined)[] = [];
let watch: RevocationWatch;
beforeEach(() => {
  ended.length = 0;
  asked = [];
  isDown = false;
  watch = new RevocationWatch(
    async (cursor) => {
      asked.push(cursor);
      if (isDown) throw new ParleyError('unavailable', 'down');
      const from = Number(cursor ?? 0);
      const items = ended.slice(from, from + 2);
      return { items, cursor: String(from + items.length), hasMore: from + items.length < ended.length };
    },
    () => now,
  );
});
const end = (sessionId: string): number => ended.push({ sessionId, reason: 'signed out' });
const refusal = (sessionId: string): string | undefined => {
  try {
    watch.assertLive(sessionId);
    return undefined;
  } catch (error) {
    return error instanceof ParleyError ? error.code : 'no error of ours';
  }
};

it('refuses what has ended, from the cursor on, however many pages that is', async () => {
  for (const id of ['a', 'b', 'c', 'd', 'e']) end(id);
  await watch.refresh();
  expect(['a', 'c', 'e', 'f'].map(refusal)).toEqual([
    'unauthenticated',
    'unauthenticated',
    'unauthenticated',
    undefined,
  ]);
  end('f');
  await watch.refresh();
  expect(refusal('f')).toBe('unauthenticated');
  expect(asked).toEqual([undefined, '2', '4', '5']);
});

it('tells each end once, whoever knew it first', async () => {
  const told: string[] = [];
  watch.onEnded(({ sessionId }) => told.push(sessionId));
  watch.end({ sessionId: 'a', reason: 'signed out' });
  end('a');
  end('b');
  await watch.refresh();
  expect(told).toEqual(['a', 'b']);
});

it('lets nobody in before it has looked, nor when it could not look for ten seconds', async () => {
  expect(refusal('a')).toBe('unavailable');
  await watch.refresh();
  expect(refusal('a')).toBeUndefined();
  isDown = true;
  now += 9_999;
  await expect(watch.refresh()).rejects.toThrow();
  expect(refusal('a')).toBeUndefined();
  now += 2;
  expect(refusal('a')).toBe('unavailable');
  isDown = false;
  await watch.refresh();
  expect(refusal('a')).toBeUndefined();
});

it('forgets a session when no token of it can be valid any more', async () => {
  end('a');
  await watch.refresh();
  now += 2 * 3_600_000;
  await watch.refresh();
  expect(refusal('a')).toBeUndefined();
});
