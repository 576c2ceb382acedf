import { HashQueue } from './hash-queue';

/** A job that ends when told to. */
function heldJob() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let started = false;
  const run = (): Promise<string> => {
    started = true;
    return promise;
  };
  return { run, finish: resolve, fail: reject, hasStarted: () => started };
}

const turnOfTheLoop = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('HashQueue', () => {
  it('runs so many at once and the rest in the order of arrival', async () => {
    const queue = new HashQueue(2, 10, 50);
    const jobs = Array.from({ length: 4 }, heldJob);
    const results = jobs.map(({ run }) => queue.run(run));
    await turnOfTheLoop();
    expect(jobs.map((job) => job.hasStarted())).toEqual([true, true, false, false]);

    jobs[1]?.finish('second');
    await turnOfTheLoop();
    expect(jobs.map((job) => job.hasStarted())).toEqual([true, true, true, false]);

    jobs.forEach((job) => job.finish('done'));
    await expect(Promise.all(results)).resolves.toEqual(['done', 'second', 'done', 'done']);
  });

  it('S41: refuses one more than it may keep waiting, and says when to come back', async () => {
    const queue = new HashQueue(1, 2, 50);
    const jobs = Array.from({ length: 3 }, heldJob);
    const results = jobs.map(({ run }) => queue.run(run));
    const oneMore = queue.run(async () => 'let in');
    jobs.forEach((job) => job.finish('done'));
    await expect(oneMore).rejects.toMatchObject({ code: 'rate_limited', retryAfterMs: 100 });
    await Promise.all(results);
    await expect(queue.run(async () => 'again')).resolves.toBe('again');
  });

  it('gives the place back when a job fails', async () => {
    const queue = new HashQueue(1, 1, 50);
    const failing = heldJob();
    const result = queue.run(failing.run);
    const next = queue.run(async () => 'next');
    failing.fail(new Error('broken'));
    await expect(result).rejects.toThrow('broken');
    await expect(next).resolves.toBe('next');
  });
});
