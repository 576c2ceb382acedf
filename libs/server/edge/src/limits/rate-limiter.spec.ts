import { setTimeout as pause } from 'node:timers/promises';
import { RateLimiter } from './rate-limiter';
import type { SharedLog } from './redis-sliding-log';

const limit = { name: 'test', max: 200, windowMs: 10_000 };
/** Longer than attempts wait to be counted together, and than whoever is fast waits for the count. */
const COUNTED_MS = 100;
const GIVEN_UP_MS = 300;

/** Attempts of so many people, one each. */
async function attempts(limiter: RateLimiter, people: number): Promise<void> {
  let allowed = 0;
  // Looked at together: thousands of them have to be done before the count is asked anew.
  for (let i = 0; i < people; i++) if ((await limiter.take(limit, `person-${i}`)).allowed) allowed++;
  expect(allowed).toBe(people);
}

describe('a shared count that', () => {
  it('hangs is asked about what was waiting, and about no more while it is left alone: nothing piles up', async () => {
    let asked = 0;
    const hanging: SharedLog = {
      take: () => {
        asked++;
        return new Promise(() => undefined);
      },
    };
    // Time stands still, so the count is left alone however slow the machine is.
    const limiter = new RateLimiter(hanging, () => 0);
    await attempts(limiter, 1_200);
    await pause(COUNTED_MS);
    expect(asked).toBe(1_200);
    await pause(GIVEN_UP_MS);
    await attempts(limiter, 5_000);
    await pause(COUNTED_MS);
    expect(asked).toBe(1_200);
  });

  // A rejection that nobody handles fails the test by itself, in Jest.
  it('refuses at once, or long after it was given up, leaves no rejection to nobody', async () => {
    const gone: SharedLog = { take: () => Promise.reject(new Error('Redis is away')) };
    const late: SharedLog = { take: () => pause(GIVEN_UP_MS).then(() => Promise.reject(new Error('too late'))) };
    for (const shared of [gone, late]) {
      const limiter = new RateLimiter(shared);
      await attempts(limiter, 600);
      // Somebody fast, who waits for the count.
      for (let i = 0; i < 30; i++) await limiter.take(limit, 'fast');
    }
    await pause(2 * GIVEN_UP_MS);
  });

  it('fails is not asked about what was still to be counted when it did', async () => {
    const questions: ((reason: Error) => void)[] = [];
    const limiter = new RateLimiter({ take: () => new Promise((_, reject) => void questions.push(reject)) });
    await limiter.take(limit, 'one');
    while (questions.length === 0) await pause(1);
    await limiter.take(limit, 'other');
    questions[0]?.(new Error('Redis is away'));
    await pause(COUNTED_MS);
    expect(questions).toHaveLength(1);
  });
});
