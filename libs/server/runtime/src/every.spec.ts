import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger } from './logging/create-logger';
import { every } from './every';
import { currentRequestId } from './request-context';

const log = createLogger({ name: 'test', level: 'silent' });

it('runs again and again, one run at a time, also after a failure, each with a request id of its own', async () => {
  const ids = new Set<string | undefined>();
  let running = 0;
  let most = 0;
  const enough = Promise.withResolvers<undefined>();
  const task = every(
    1,
    'count',
    async () => {
      most = Math.max(most, ++running);
      ids.add(currentRequestId());
      await sleep(3);
      running--;
      if (ids.size === 5) enough.resolve(undefined);
      throw new Error('once more');
    },
    log,
  );
  await enough.promise;
  await task.stop();
  expect(most).toBe(1);
  expect(running).toBe(0);
  expect(ids).not.toContain(undefined);
});

it('waits for the run in progress when it is stopped, and calls it off', async () => {
  const started = Promise.withResolvers<undefined>();
  let end: unknown;
  const task = every(
    1,
    'wait',
    async (signal) => {
      started.resolve(undefined);
      await sleep(60_000, undefined, { signal }).catch((error: unknown) => {
        end = error;
      });
    },
    log,
  );
  await started.promise;
  await task.stop();
  expect(end).toMatchObject({ name: 'AbortError' });
});

it('does not begin once it is stopped', async () => {
  let runs = 0;
  const task = every(1, 'never', async () => void runs++, log);
  await task.stop();
  await sleep(10);
  expect(runs).toBe(0);
});
