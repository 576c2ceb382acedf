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
const refusal = (sessionId: string): Promise<string | undefined> =>
  watch.assertLive(sessionId).then(
    () => undefined,
    (error: unknown) => (error instanceof ParleyError ? error.code : 'no error of ours'),
  );

it('refuses what has ended, from the cursor on, however many pages that is', async () => {
  for (const id of ['a', 'b', 'c', 'd', 'e']) end(id);
  await watch.refresh();
  expect(await Promise.all(['a', 'c', 'e', 'f'].map(refusal))).toEqual([
    'unauthenticated',
    'unauthenticated',
    'unauthenticated',
    undefined,
  ]);
  end('f');
  await watch.refresh();
  expect(await refusal('f')).toBe('unauthenticated');
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

it('S46: lets nobody in when it could not look for ten seconds, and everybody as soon as it can', async () => {
  expect(await refusal('a')).toBeUndefined();
  isDown = true;
  for (let second = 0; second < 10; second++) {
    now += 999;
    await expect(watch.refresh()).rejects.toThrow();
    expect(await refusal('a')).toBeUndefined();
  }
  now += 11;
  expect(await refusal('a')).toBe('unavailable');
  expect(() => watch.assertFresh()).toThrow();
  isDown = false;
  asked = [];
  expect(await Promise.all([refusal('a'), refusal('b')])).toEqual([undefined, undefined]);
  expect(asked).toHaveLength(1);
});

it('after it stood still it looks before it lets anybody pass, and lets nobody pass where it cannot', async () => {
  await watch.refresh();
  end('a');
  now += 3_001;
  expect(await Promise.all([refusal('a'), refusal('b')])).toEqual(['unauthenticated', undefined]);
  expect(asked).toHaveLength(2);
  isDown = true;
  now += 3_001;
  expect(await refusal('b')).toBe('unavailable');
  isDown = false;
  expect(await refusal('b')).toBeUndefined();
});

it('takes nothing for known that was read before it stood still', async () => {
  let answer = (): void => undefined;
  let looks = 0;
  const slow = new RevocationWatch(
    async () => {
      const items = [...ended];
      if (++looks === 2) await new Promise<void>((resolve) => (answer = resolve));
      return { items, cursor: String(items.length), hasMore: false };
    },
    () => now,
  );
  await slow.refresh();
  const looking = slow.refresh();
  end('a');
  now += 30_000;
  answer();
  await expect(slow.assertLive('a')).rejects.toMatchObject({ code: 'unauthenticated' });
  await looking;
  expect(looks).toBe(3);
});

it('forgets a session when no token of it can be valid any more', async () => {
  end('a');
  await watch.refresh();
  now += 2 * 3_600_000;
  await watch.refresh();
  expect(await refusal('a')).toBeUndefined();
});
