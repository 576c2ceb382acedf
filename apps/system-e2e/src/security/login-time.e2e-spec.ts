import { aPerson, Api } from '@parley/testing';
import { randomUUID } from 'node:crypto';
import { system } from '../support/system';

const places = system();
const TRIES = 200;
/** How far the medians may lie apart, as a part of the larger one. */
const APART = 0.1;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

it('S42: a login takes as long for an address without an account as for one with', async () => {
  const ana = await aPerson(places);
  const stranger = new Api(places.origin);
  const took = async (email: string): Promise<number> => {
    const started = performance.now();
    const { status } = await stranger.post('/auth/login', { email, password: 'not the password', session: 'token' });
    expect(status).toBe(401);
    return performance.now() - started;
  };
  const [known, unknown]: [number[], number[]] = [[], []];
  // By turns, so that whatever else the machine does slows both.
  for (let i = 0; i < TRIES; i++) {
    const order = i % 2 === 0 ? [known, unknown] : [unknown, known];
    for (const times of order) times.push(await took(times === known ? ana.email : `${randomUUID()}@test.example`));
  }
  const medians = [median(known), median(unknown)];
  expect(Math.abs((medians[0] ?? 0) - (medians[1] ?? 0)) / Math.max(...medians)).toBeLessThan(APART);
});
