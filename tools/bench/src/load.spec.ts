import { setImmediate as turn } from 'node:timers/promises';
import { keepInFlight, processorMs } from './load';

it('keeps so many calls under way, and no more', async () => {
  let underWay = 0;
  let most = 0;
  const { calls } = await keepInFlight(5, 20, async () => {
    most = Math.max(most, ++underWay);
    await turn();
    underWay--;
  });
  expect(most).toBe(5);
  expect(underWay).toBe(0);
  expect(calls).toBeGreaterThanOrEqual(5);
});

it('knows no time of a process that is not there', () => {
  expect(processorMs([2 ** 30])).toBe(0);
});
