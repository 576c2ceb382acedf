import { randomUUID } from 'node:crypto';
import { eventually, type WorldRoom } from '@parley/testing';
import { TestRealtime, type TestClient } from '../gateway.fixture';

/** Enough that every master of a Cluster has some, and few enough for nobody to be over a limit. */
const ROOMS = 32;
export const SOCKETS_PER_USER = 3;

/** A Redis; where it has more than one server, one of them can be lost. */
export interface Stand {
  readonly url: string;
  close(): Promise<void>;
}
export interface LastingStand extends Stand {
  failOver(): Promise<void>;
}

/** Ana on one gateway and Ben on the other, in the same rooms. */
export class Pair {
  private constructor(
    readonly realtime: TestRealtime,
    readonly ana: string,
    readonly ben: string,
    readonly rooms: readonly WorldRoom[],
    readonly atAna: TestClient,
    readonly atBen: TestClient,
  ) {}

  static async start(url: string): Promise<Pair> {
    const environment = { REDIS_URL: url, SOCKETS_PER_USER: `${SOCKETS_PER_USER}` };
    const realtime = await TestRealtime.start({ gateways: 2, environment });
    const [ana, ben] = [realtime.world.person('Ana'), realtime.world.person('Ben')];
    const rooms = Array.from({ length: ROOMS }, () => realtime.world.room('group', [ana, ben]));
    const [atAna, atBen] = [await realtime.connect(ana), await realtime.connect(ben, { gateway: 1 })];
    return new Pair(realtime, ana, ben, rooms, atAna, atBen);
  }

  /** Sends one message into every room. Each is acknowledged: nobody waits for Redis. */
  async sendEverywhere(client: TestClient, text: string): Promise<void> {
    for (const { id: roomId } of this.rooms) {
      const sent = await client.command('message:send', { roomId, clientMessageId: randomUUID(), text });
      expect(sent).toMatchObject({ ok: true });
    }
  }

  /** Both hear everything that was sent to each room: every `seq` from 1 on, as it was stored. */
  async hearAll(): Promise<void> {
    for (const client of [this.atAna, this.atBen]) {
      await eventually(() => {
        const heard = new Map(
          client.facts('message:created').map((message) => [`${message.roomId} ${message.seq}`, message]),
        );
        const stored = this.rooms.flatMap((room) => room.messages);
        expect(heard.size).toBe(stored.length);
        for (const message of stored) expect(heard.get(`${message.roomId} ${message.seq}`)).toEqual(message);
      });
    }
  }

  /** That Ana types in a room reaches Ben by way of Redis alone: nothing tells it again where it was lost. */
  async typeEverywhere(rooms: readonly WorldRoom[] = this.rooms): Promise<void> {
    for (const { id: roomId } of rooms) {
      const isHeard = () => this.atBen.heard.slice(from).some(({ fact, payload }) => isTyping(fact, payload, roomId));
      const from = this.atBen.heard.length;
      await eventually(async () => {
        await this.atAna.command('typing:set', { roomId, active: true });
        await this.atAna.command('typing:set', { roomId, active: false });
        await eventually(() => expect(isHeard()).toBe(true), 300);
      });
    }
  }

  /** Ben sees that Ana, on the other gateway, goes and comes. */
  async seePresence(): Promise<void> {
    for (const active of [false, true]) {
      await this.atAna.command('presence:set', { active });
      await eventually(() => {
        const seen = this.atBen.facts('presence:changed').findLast(({ userId }) => userId === this.ana);
        expect(seen).toMatchObject({ status: active ? 'online' : 'away' });
      });
    }
  }
}

function isTyping(fact: string, payload: unknown, roomId: string): boolean {
  return fact === 'typing:changed' && (payload as { roomId: string }).roomId === roomId;
}

/** Two gateways over a Redis of their own, for the tests of one suite. */
export function over<S extends Stand>(start: () => Promise<S>): { readonly stand: () => S; readonly pair: () => Pair } {
  let stand: S | undefined;
  let pair: Pair | undefined;
  beforeAll(async () => {
    stand = await start();
    pair = await Pair.start(stand.url);
  });
  afterAll(async () => {
    await pair?.realtime.close();
    await stand?.close();
  });
  return { stand: () => stand ?? raise(), pair: () => pair ?? raise() };
}

export function raise(): never {
  throw new Error('it did not start');
}
