import type { FactPayload } from '@parley/contracts';
import { setTimeout as pause } from 'node:timers/promises';
import type { Timing } from '../history/events';
import type { Journal } from '../history/journal';
import type { Random } from '../random';
import type { Rig } from '../rig/rig';
import { BareClient } from './bare-client';
import { openRoom } from './chapter';
import type { Member } from './people';

/** So many that a third of all slots has some of them, but for once in 400,000 runs. */
const ROOMS = 32;
/** What was refused or lost is said again after so long: nobody is over the limit of their commands, and one mark is over before the next. */
const AGAIN_MS = 4_000;
const WITHIN_MS = 15_000;
/** So long is looked whether it is heard at all. */
const PATIENCE_MS = 30_000;
const POLL_MS = 50;

/** Somebody who stays on one gateway. */
interface Speaker {
  readonly gateway: string;
  readonly userId: string;
  readonly client: BareClient;
}

/** That what one says in a room is heard by another, elsewhere. */
interface Way {
  readonly from: Speaker;
  readonly to: Speaker;
  readonly roomId: string;
}

/**
 * Whether every gateway hears every other by way of Redis. Messages do not show it: a gateway that is deaf finds them in the database, a moment later. So
 * somebody on each gateway types in rooms that they share from the beginning on: that comes through the same channels, and nothing tells it again.
 */
export class Hearing {
  private constructor(
    private readonly speakers: readonly Speaker[],
    private readonly ways: readonly Way[],
    private readonly heard: Set<string>,
  ) {}

  static async begin(rig: Rig, members: readonly Member[], random: Random): Promise<Hearing> {
    const heard = new Set<string>();
    const people = members.slice(0, rig.doors.length);
    const speakers = people.map((member, index): Speaker => {
      const gateway = `realtime-gateway-${index + 1}`;
      const client = new BareClient({
        ...{ ports: [rig.doors[index]?.port ?? 0], token: (isNew) => member.token(isNew), random },
        onFact: (name, payload) => {
          if (name !== 'typing:changed') return;
          const { userId, roomId } = payload as FactPayload<'typing:changed'>;
          heard.add(`${userId} ${gateway} ${roomId}`);
        },
        onFrame: () => undefined,
        onOnline: () => undefined,
      });
      client.open();
      return { gateway, userId: member.userId, client };
    });
    const [owner, ...others] = people;
    if (owner === undefined) throw new Error('There is nobody to be heard.');
    const roomIds: string[] = [];
    try {
      while (roomIds.length < ROOMS) roomIds.push(await openRoom(owner, others, 'heard'));
    } catch (error) {
      for (const { client } of speakers) client.close();
      throw error;
    }
    const pairs = speakers.flatMap((from) => speakers.filter((to) => to !== from).map((to) => ({ from, to })));
    const ways = roomIds.flatMap((roomId) => pairs.map((pair) => ({ ...pair, roomId })));
    return new Hearing(speakers, ways, heard);
  }

  /** How long it takes from now on until all that is said is heard on every other gateway, in each room. */
  async time(journal: Journal): Promise<Timing> {
    this.heard.clear();
    const from = journal.now();
    const isOver = (): boolean => this.missing().length === 0 || journal.now() - from >= PATIENCE_MS;
    await Promise.all(this.speakers.map((speaker) => this.speak(speaker, isOver)));
    const [until, missing] = [journal.now(), this.missing()];
    const names = new Set(missing.map((way) => `${way.to.gateway} what is said on ${way.from.gateway}`));
    const lacking = `${missing.length} of ${this.ways.length} ways are deaf: ${[...names].join(', ')}`;
    const what = missing.length === 0 ? `each gateway hears the others, ${this.ways.length} ways` : lacking;
    const tookMs = missing.length === 0 ? until - from : Infinity;
    return { ...{ what, tookMs, from, until, limitMs: WITHIN_MS }, needs: [], by: 'hearing' };
  }

  end(): void {
    for (const { client } of this.speakers) client.close();
  }

  /** Types in each room where not everybody has heard it, one after the other, until it is over. */
  private async speak(speaker: Speaker, isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      const roomIds = new Set(this.missing().flatMap(({ from, roomId }) => (from === speaker ? roomId : [])));
      for (const roomId of roomIds) {
        for (const active of [true, false]) {
          if (isOver()) return;
          await speaker.client.command('typing:set', { roomId, active }).catch(() => undefined);
        }
      }
      for (let waited = 0; waited < AGAIN_MS && !isOver(); waited += POLL_MS) await pause(POLL_MS);
    }
  }

  private missing(): Way[] {
    return this.ways.filter(({ from, to, roomId }) => !this.heard.has(`${from.userId} ${to.gateway} ${roomId}`));
  }
}
