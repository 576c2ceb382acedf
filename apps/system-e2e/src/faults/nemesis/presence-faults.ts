import { setTimeout as pause } from 'node:timers/promises';
import type { CommandData } from '@parley/contracts';
import { knock, type Knock } from '../load/knock';
import type { Member } from '../load/people';
import { untilBack, type Fault, type Surroundings } from './fault';

type Status = CommandData<'presence:watch'>['presences'][number]['status'];

/** So soon everybody is shown as what they are, whatever has died. */
const SHOWN_MS = 15_000;
const PATIENCE_MS = 25_000;
const POLL_MS = 250;
const WATCHERS = 3;
const GATEWAYS = [1, 2, 3].map((number) => `realtime-gateway-${number}`);

/**
 * F6: a gateway stands still. Somebody on it goes to another one, and is online there, once it goes on too; then they leave altogether, and no gateway
 * that believes in the old connection may show them as there.
 */
const leavesWhileStopped = (stopped: number, other: number): Fault => {
  const name = GATEWAYS[stopped] ?? '';
  const what = `SIGSTOP ${name} while somebody on it leaves`;
  return {
    ...{ kind: 'F6', what, targets: [name, 'visitor'], lasts: [6_000, 12_000] },
    async inject(surroundings) {
      const { rig, visitor } = surroundings;
      const first = await arrive(visitor, surroundings, stopped);
      rig.process(name).pause();
      first?.close();
      await pause(500);
      const second = await arrive(visitor, surroundings, other);
      return {
        async heal() {
          rig.process(name).resume();
          await untilBack(rig, name);
          if (first?.answer !== 'ok' || second?.answer !== 'ok') {
            second?.close();
            return null;
          }
          await shownAs('online', second, `F6 ${what}`, surroundings);
          second.close();
          await shownAs('offline', second, `F6 ${what}`, surroundings);
          return 'they came, moved and left';
        },
      };
    },
  };
};

async function arrive(visitor: Member, { rig }: Surroundings, gateway: number): Promise<Knock | null> {
  try {
    return await knock(rig.doors[gateway]?.port ?? 0, await visitor.token(true));
  } catch {
    return null;
  }
}

/** Waits until whoever looks is told so, and notes how long that took. */
async function shownAs(status: Status, device: Knock, by: string, surroundings: Surroundings): Promise<void> {
  const { journal, chapter, random, visitor } = surroundings;
  const watchers = random.shuffled(chapter.rooms.flatMap(({ members }) => members)).slice(0, WATCHERS);
  const from = journal.now();
  let isShown = false;
  while (!isShown && journal.now() - from < PATIENCE_MS) {
    const seen = await Promise.all(watchers.map((watcher) => look(watcher, visitor.userId)));
    isShown = seen.every((each) => each === status);
    // The line to the other gateway broke: nothing is to be seen of them.
    if (status === 'online' && !device.isOpen()) return;
    if (!isShown) await pause(POLL_MS);
  }
  const until = journal.now();
  const timing = { what: `who has moved or left is shown as ${status}`, limitMs: SHOWN_MS, from, until, by };
  const needs = [...GATEWAYS, 'redis', 'users', 'clients'];
  chapter.timings.push({ ...timing, needs, tookMs: isShown ? until - from : Infinity });
}

async function look(watcher: Member, userId: string): Promise<Status | null> {
  const ack = await watcher.bare.client
    .command<CommandData<'presence:watch'>>('presence:watch', { userIds: [userId] })
    .catch(() => null);
  return ack?.ok === true ? (ack.data.presences[0]?.status ?? null) : null;
}

export const presenceFaults: readonly Fault[] = [leavesWhileStopped(1, 2), leavesWhileStopped(2, 0)];
