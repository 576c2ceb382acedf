import { jest } from '@jest/globals';
import { ParleyError, type ErrorCode, type RpcOutput, type usersRpc } from '@parley/contracts';
import { ApiKeys } from './api-keys';

const key = `parley_${'k'.repeat(65)}`;
const [userId, keyId] = ['0190f5fe-7c00-7a00-8abc-000000000001', '0190f5fe-7c00-7a00-8abc-000000000002'];

let answer: () => Promise<RpcOutput<typeof usersRpc.verifyApiKey>>;
let asked: string[];
let now: number;
let keys: ApiKeys;
beforeEach(() => {
  [asked, now] = [[], 0];
  answer = async () => ({ keyId, userId, scopes: ['rooms:read'], expiresAt: null });
  keys = new ApiKeys(
    {
      verifyApiKey: (input) => {
        asked.push(input.key);
        return answer();
      },
    },
    () => now,
  );
});

const outcome = async (text = key): Promise<ErrorCode | 'let in'> =>
  keys.verify(text).then(
    () => 'let in',
    (error: { code: ErrorCode }) => error.code,
  );

it('tells whose key it is, what it may do and until when', async () => {
  const scopes = new Set(['rooms:read']);
  expect(await keys.verify(key)).toEqual({ userId, sessionId: keyId, scopes, expiresAt: Infinity });
  now += 3_000;
  const end = new Date(Date.now() + 60_000).toISOString();
  answer = async () => ({ keyId, userId, scopes: [], expiresAt: end });
  expect(await keys.verify(key)).toMatchObject({ expiresAt: Date.parse(end), scopes: new Set() });
});

it('asks once for all who come within three seconds, and then anew', async () => {
  await Promise.all([outcome(), outcome(), outcome()]);
  now += 2_999;
  await outcome();
  expect(asked).toEqual([key]);
  now += 1;
  await outcome();
  expect(asked).toEqual([key, key]);
});

it('believes a refusal as long, and no failure at all', async () => {
  answer = () => Promise.reject(new ParleyError('unauthenticated', 'unknown'));
  expect([await outcome(), await outcome()]).toEqual(['unauthenticated', 'unauthenticated']);
  expect(asked).toHaveLength(1);
  now += 3_000;
  answer = () => Promise.reject(new ParleyError('unavailable', 'down'));
  expect(await outcome()).toBe('unavailable');
  answer = async () => ({ keyId, userId, scopes: [], expiresAt: null });
  expect(await outcome()).toBe('let in');
});

it('refuses a key from the moment of its end on, whatever is remembered of it', async () => {
  const start = Date.now();
  const clock = jest.spyOn(Date, 'now').mockReturnValue(start);
  try {
    answer = async () => ({ keyId, userId, scopes: [], expiresAt: new Date(start + 200).toISOString() });
    clock.mockReturnValue(start + 199);
    expect(await outcome()).toBe('let in');
    clock.mockReturnValue(start + 200);
    expect(await outcome()).toBe('unauthenticated');
  } finally {
    clock.mockRestore();
  }
  expect(asked).toHaveLength(1);
});

it.each(['parley_', `${key}k`, key.slice(0, -1), `parley_${'.'.repeat(65)}`, `parley_${'é'.repeat(65)}`])(
  'asks nobody about what cannot be a key: %s',
  async (text) => {
    expect(await outcome(text)).toBe('unauthenticated');
    expect(asked).toEqual([]);
  },
);

it('asks about so many at once and no more', async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  answer = async () => {
    await held;
    return { keyId, userId, scopes: [], expiresAt: null };
  };
  const outcomes = Array.from({ length: 300 }, (_, i) => outcome(`parley_${String(i).padStart(65, '0')}`));
  await Promise.resolve();
  release();
  const told = await Promise.all(outcomes);
  expect(told.filter((each) => each === 'let in')).toHaveLength(256);
  expect(told.filter((each) => each === 'unavailable')).toHaveLength(44);
  expect(await outcome()).toBe('let in');
});
