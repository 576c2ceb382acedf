import type { Message } from '@parley/contracts';
import { aPerson, type Person, type Places } from '@parley/testing';
import { randomUUID } from 'node:crypto';
import { BareClient } from '../faults/load/bare-client';
import { Random } from '../faults/random';

export interface HotRoomSize {
  /** People who send and read; each on one bare socket, spread over the gateways. */
  readonly members: number;
  /** More people in the room, who are not connected. */
  readonly others: number;
  /** Messages a second, by turns. A member may send 20 a second. */
  readonly perSecond: number;
  readonly characters: number;
}

interface Reader {
  readonly person: Person;
  readonly client: BareClient;
  /** The places of all it has heard. */
  readonly heard: Set<number>;
}

const TICK_MS = 10;

/** A group in which a lot is said. Notes how long each message takes from its sender to each reader; all clocks are this process's. */
export class HotRoom {
  readonly readers: Reader[] = [];
  /** Milliseconds from sending to hearing, since the last `forget`. */
  latencies: number[] = [];
  acknowledged = 0;
  refused = 0;
  lastSeq = 0;
  private readonly sentAt = new Map<string, number>();
  private readonly underWay = new Set<Promise<void>>();
  private timer: NodeJS.Timeout | undefined;
  private count = 0;

  private constructor(
    readonly id: string,
    readonly others: readonly Person[],
    private readonly size: HotRoomSize,
  ) {}

  static async open(places: Places, size: HotRoomSize): Promise<HotRoom> {
    const people: Person[] = [];
    for (let index = 0; index < size.members + size.others; index++) people.push(await aPerson(places));
    const [founder, ...invited] = people;
    if (founder === undefined) throw new Error('A room needs somebody.');
    const { id } = await founder.groupWith('A hot room', ...invited);
    const room = new HotRoom(id, people.slice(size.members), size);
    const doors = places.gateways.map((origin) => Number(new URL(origin).port));
    await Promise.all(people.slice(0, size.members).map((person, index) => room.enter(person, doors, index)));
    return room;
  }

  /** Begins to talk. */
  start(): void {
    let due = 0;
    let before = performance.now();
    this.timer = setInterval(() => {
      const now = performance.now();
      // What a busy machine has not come to in half a second is never said.
      due = Math.min(due + ((now - before) / 1_000) * this.size.perSecond, this.size.perSecond / 2);
      before = now;
      for (; due >= 1; due--) this.say();
    }, TICK_MS);
  }

  /** Ends the talking, and waits for the answers under way. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all(this.underWay);
  }

  forget(): void {
    this.latencies = [];
  }

  close(): void {
    clearInterval(this.timer);
    for (const { client } of this.readers) client.close();
  }

  private enter(person: Person, doors: readonly number[], index: number): Promise<void> {
    return new Promise((resolve) => {
      const heard = new Set<number>();
      const client = new BareClient({
        ports: [doors[index % doors.length] ?? 0],
        token: () => Promise.resolve(person.grant.accessToken),
        random: new Random(index),
        onFrame: () => undefined,
        onFact: (name, payload) => {
          if (name === 'message:created') this.hear(heard, payload as Message);
        },
        onOnline: resolve,
      });
      this.readers.push({ person, client, heard });
      client.open();
    });
  }

  private hear(heard: Set<number>, { roomId, seq, clientMessageId }: Message): void {
    const sentAt = this.sentAt.get(clientMessageId);
    if (roomId !== this.id || heard.has(seq)) return;
    heard.add(seq);
    if (sentAt !== undefined) this.latencies.push(performance.now() - sentAt);
  }

  private say(): void {
    const reader = this.readers[this.count++ % this.readers.length];
    if (!reader) return;
    const clientMessageId = randomUUID();
    this.sentAt.set(clientMessageId, performance.now());
    const text = `${this.count} `.padEnd(this.size.characters, 'parley ');
    const saying = this.send(reader, clientMessageId, text.trimEnd()).finally(() => this.underWay.delete(saying));
    this.underWay.add(saying);
  }

  private async send({ client }: Reader, clientMessageId: string, text: string): Promise<void> {
    const command = { roomId: this.id, clientMessageId, text };
    const ack = await client.command<Message>('message:send', command).catch(() => null);
    if (ack?.ok !== true) return void this.refused++;
    this.acknowledged++;
    this.lastSeq = Math.max(this.lastSeq, ack.data.seq);
  }
}
