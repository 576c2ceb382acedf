import fc from 'fast-check';
import { SlidingLog } from './sliding-log';

const limit = { name: 'test', max: 5, windowMs: 100 };

it('never lets more than the limit through in any window, wherever it begins, and refuses nobody who is within', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40), { maxLength: 200 }), (pauses) => {
      let now = 0;
      const log = new SlidingLog(() => now);
      const allowed: number[] = [];
      for (const pause of pauses) {
        now += pause;
        const within = allowed.filter((time) => now - time < limit.windowMs).length;
        const verdict = log.take(limit, 'key');
        expect(verdict.allowed).toBe(within < limit.max);
        expect(verdict.remaining).toBe(Math.max(0, limit.max - within - (verdict.allowed ? 1 : 0)));
        if (verdict.allowed) allowed.push(now);
      }
    }),
  );
});

it('says when there is room again', () => {
  let now = 0;
  const log = new SlidingLog(() => now);
  for (let i = 0; i < 5; i++) {
    log.take(limit, 'key');
    now += 10;
  }
  expect(log.take(limit, 'key')).toEqual({ allowed: false, remaining: 0, resetMs: 50 });
  now += 50;
  expect(log.take(limit, 'key').allowed).toBe(true);
});

it('counts each key apart', () => {
  const log = new SlidingLog(() => 0);
  for (let i = 0; i < 5; i++) log.take(limit, 'one');
  expect(log.take(limit, 'other').allowed).toBe(true);
});
