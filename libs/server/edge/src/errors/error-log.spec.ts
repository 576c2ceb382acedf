import { ParleyError } from '@parley/contracts';
import { createLogger } from '@parley/server-runtime';
import { ErrorLog } from './error-log';

const lines: Record<string, unknown>[] = [];
let now = 0;
const log = createLogger({
  name: 'test',
  level: 'debug',
  destination: { write: (line) => void lines.push(JSON.parse(line)) },
});
const errors = new ErrorLog(log, () => now);
beforeEach(() => (lines.length = 0));

it('writes as loudly as the code deserves, and the cause of what nobody expected', () => {
  errors.write(new ParleyError('not_found', 'x'), { command: 'message:send' });
  errors.write(new ParleyError('unavailable', 'x', { cause: new Error('on fire') }), {});
  expect(lines).toMatchObject([
    { level: 'debug', code: 'not_found', command: 'message:send' },
    { level: 'error', code: 'unavailable', err: expect.anything() },
  ]);
});

it('writes twenty lines of a code in a second, and later how many it left out', () => {
  for (let i = 0; i < 1_000; i++) errors.write(new ParleyError('rate_limited', 'x'), {});
  errors.write(new ParleyError('conflict', 'x'), {});
  expect(lines).toHaveLength(21);
  now += 1_000;
  errors.write(new ParleyError('rate_limited', 'x'), {});
  errors.write(new ParleyError('rate_limited', 'x'), {});
  expect(lines.slice(21).map(({ suppressed }) => suppressed)).toEqual([980, undefined]);
});
