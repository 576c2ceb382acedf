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
