import { memoryPresenceBoard } from '@parley/server-realtime';
import { createLogger } from '@parley/server-runtime';
import type { GatewayServer, GatewaySocket } from '../connection/gateway-socket';
import { PresenceFacts } from './presence-facts';
import { WatchedPeople } from './watched-people';

const log = createLogger({ name: 'test', level: 'silent' });
const ana = '0199f3a0-0000-7000-8000-000000000001';
const noted = '2026-11-24T12:00:00.000Z';

/** What the users service answers, question by question. */
function watchedPeople(answers: (string | null)[]): {
  people: WatchedPeople;
  facts: PresenceFacts;
  asked: () => number;
} {
  let asked = 0;
  const users = {
    presenceFacts: async ({ userIds }: { userIds: string[] }) => ({
      users: userIds.map((userId) => ({ userId, showPresence: true, lastSeenAt: answers[asked++] ?? null })),
    }),
  };
  const facts = new PresenceFacts(users, log);
  const io = {} as GatewayServer;
  const people = new WatchedPeople({ io, board: memoryPresenceBoard(), facts, here: () => null, log });
  return { people, facts, asked: () => asked };
}

it('whoever was never seen is asked for once more after the listening began: they may have been noted between the two', async () => {
  const { people, facts } = watchedPeople([null, noted]);
  await facts.learn([ana]);
  people.hold(ana, {} as GatewaySocket);
  expect(await facts.refresh()).toEqual([ana]);
  people.mark(ana);
  await people.seen([ana]);
  expect(people.get(ana)?.shown).toEqual({ userId: ana, status: 'offline', lastSeenAt: noted });
});

it('whoever was seen before is not asked for again', async () => {
  const { people, facts, asked } = watchedPeople([noted]);
  await facts.learn([ana]);
  people.hold(ana, {} as GatewaySocket);
  expect(await facts.refresh()).toEqual([]);
  await people.seen([ana]);
  expect(asked()).toBe(1);
});
