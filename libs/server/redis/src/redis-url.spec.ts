import { readRedisUrl, redisUrl } from './redis-url';

it('one server is what it was', () => {
  for (const url of ['redis://127.0.0.1:6379', 'rediss://:p@redis:6380/2'])
    expect(readRedisUrl(url)).toEqual({ kind: 'single', url });
});

it('Sentinels are named with what they call the master, and may have a password of their own', () => {
  expect(readRedisUrl('redis+sentinel://:s%2Fcret@a:26379,[::1]:26380/main?sentinelPassword=other')).toEqual({
    kind: 'sentinel',
    nodes: [
      { host: 'a', port: 26379 },
      { host: '::1', port: 26380 },
    ],
    ...{ name: 'main', password: 's/cret', sentinelPassword: 'other', tls: false },
  });
  expect(readRedisUrl('redis+sentinel://a:1')).toBeUndefined();
});

it('some nodes of a Cluster are enough, and it has no databases to choose from', () => {
  expect(readRedisUrl('rediss+cluster://parley:p@a:1,b:2')).toEqual({
    kind: 'cluster',
    nodes: [
      { host: 'a', port: 1 },
      { host: 'b', port: 2 },
    ],
    ...{ username: 'parley', password: 'p', tls: true },
  });
  expect(readRedisUrl('redis+cluster://a:1/main')).toBeUndefined();
});

it('what is no address is refused, and the refusal does not repeat the password', () => {
  for (const text of [
    '',
    'http://a:1',
    'redis+cluster://',
    'redis+cluster://a',
    'redis+cluster://a:1,',
    'redis+ring://a:1',
  ])
    expect(readRedisUrl(text)).toBeUndefined();
  const refused = redisUrl().safeParse('redis+cluster://:secret@a');
  expect(refused.success).toBe(false);
  expect(refused.error?.message).not.toContain('secret');
});
