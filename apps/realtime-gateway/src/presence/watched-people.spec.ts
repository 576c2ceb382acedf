import { randomUUID } from 'node:crypto';
import { memoryPresenceBoard, type PresenceBoard } from '@parley/server-realtime';
import { createLogger } from '@parley/server-runtime';
import { eventually } from '@parley/testing';
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
  board: PresenceBoard;
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
  const board = memoryPresenceBoard();
  const people = new WatchedPeople({ io, board, facts, here: () => null, log });
  return { people, facts, board, asked: () => asked };
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

it('whoever is asked for while all are looked at again is shown at once, and news is told before the others are looked at', async () => {
  const all = Array.from({ length: 5_000 }, () => randomUUID());
  const { people, facts, board } = watchedPeople([]);
  await facts.learn(all);
  for (const userId of all) people.hold(userId, {} as GatewaySocket);
  await people.seen(all);
  const read: string[] = [];
  board.read = async (userIds) => {
    read.push(...userIds);
    return new Map();
  };
  people.markAll();
  people.mark(all.at(-1) ?? '');
  await facts.learn([ana]);
  people.hold(ana, {} as GatewaySocket);
  await people.seen([ana]);
  expect(read).toHaveLength(500);
  expect(read.slice(0, 2)).toEqual([all.at(-1), ana]);
  await eventually(() => expect(read).toHaveLength(all.length + 1));
  expect(new Set(read).size).toBe(all.length + 1);
  await people.stop();
});
