import { ParleyError } from '@parley/contracts';
import { createLogger } from '@parley/server-runtime';
import type { GatewaySocket } from '../connection/gateway-socket';
import { WatchReviews } from './watch-reviews';

const log = createLogger({ name: 'test', level: 'silent' });
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** So many sockets that watch somebody, each known by its number. */
function reviewing(count: number, review: (n: number) => Promise<boolean>) {
  const sockets = Array.from({ length: count }, (_, n) => ({ id: String(n) }) as GatewaySocket);
  const reviews = new WatchReviews({ review: ({ id }) => review(Number(id)), sockets: () => sockets }, log);
  return { sockets, reviews };
}

it('should news have been lost, all who watch are looked at again, a few each second, and once in a round', async () => {
  const seen: number[] = [];
  const { reviews } = reviewing(60, async (n) => seen.push(n) > 0);
  const tick = async (): Promise<number> => {
    reviews.tick();
    await turn();
    return seen.length;
  };
  expect(await tick()).toBe(0);
  reviews.doubtAll();
  reviews.doubtAll();
  expect([await tick(), await tick(), await tick(), await tick()]).toEqual([25, 50, 60, 60]);
  expect(new Set(seen).size).toBe(60);
  reviews.doubtAll();
  expect(await tick()).toBe(85);
});

it('of any number none is given up, four are looked at at once, and what fails or was too early is tried again later', async () => {
  const seen: number[] = [];
  let [under, most, isAway] = [0, 0, true];
  const { sockets, reviews } = reviewing(30_000, async (n) => {
    most = Math.max(most, ++under);
    await Promise.resolve();
    under--;
    if (isAway) throw new Error('the users service is away');
    return seen.push(n) > 1_000;
  });
  reviews.add(sockets);
  await turn();
  expect({ seen, most }).toEqual({ seen: [], most: 4 });
  isAway = false;
  reviews.tick();
  await turn();
  expect(new Set(seen).size).toBe(30_000);
  reviews.tick();
  await turn();
  expect(seen).toHaveLength(31_000);
});

it('a round of doubt ends with those who watched when it began, however many begin to watch meanwhile', async () => {
  const watching = new Set(Array.from({ length: 30 }, (_, n) => ({ id: String(n) }) as GatewaySocket));
  const seen: number[] = [];
  const review = async ({ id }: GatewaySocket) => seen.push(Number(id)) > 0;
  const reviews = new WatchReviews({ review, sockets: () => watching.values() }, log);
  reviews.doubtAll();
  for (let second = 0; second < 4; second++) {
    for (let n = 0; n < 25; n++) watching.add({ id: String(watching.size) } as GatewaySocket);
    reviews.tick();
    await turn();
  }
  expect(seen).toHaveLength(30);
});

it('clients that ask for others in the midst of their review keep nobody else from being looked at', async () => {
  const seen: number[] = [];
  let isAsking = true;
  const { sockets, reviews } = reviewing(20, async (n) => {
    if (n < 4 && isAsking) throw new ParleyError('conflict', 'A later presence:watch has replaced this one.');
    return seen.push(n) > 0;
  });
  reviews.add(sockets);
  await turn();
  expect(seen).toHaveLength(16);
  isAsking = false;
  reviews.tick();
  await turn();
  expect(new Set(seen).size).toBe(20);
});
