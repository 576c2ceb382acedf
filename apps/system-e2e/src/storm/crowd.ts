import type { Grant } from '@parley/contracts';
import { aPerson, Api, type Person, type Places } from '@parley/testing';
import { randomUUID } from 'node:crypto';
import type { StormSeat } from './storm-client';

/** Many people with accounts, in groups, each with several devices. */
export interface Crowd {
  /** For each connection, with a token that has just been made: gathering takes longer than a token lasts. */
  readonly seats: readonly StormSeat[];
  readonly rooms: readonly CrowdRoom[];
}

export interface CrowdRoom {
  readonly id: string;
  readonly members: readonly Person[];
}

/** A member may have twenty sockets, and those of a gateway that was killed go on counting for a while. */
export const DEVICES = 10;
const ROOM_MEMBERS = 50;
const ROOMS_EACH = 4;
/** Passwords are hashed one after the other all the same. */
const AT_ONCE = 8;

/** Registers as many people as `connections` need and puts each into some groups. */
export async function gatherCrowd(places: Places, connections: number): Promise<Crowd> {
  const count = Math.ceil(connections / DEVICES);
  const people = await inTurns(count, (index) => aPerson(places, { name: `Person ${index + 1}` }));
  const size = Math.min(ROOM_MEMBERS, count);
  const rooms = await inTurns(Math.ceil((count * ROOMS_EACH) / size), async (index) => {
    const members = Array.from(
      { length: size },
      (_, offset) => people[(index * size + offset * stride(index)) % count],
    );
    const unique = [...new Set(members)].filter((person) => person !== undefined);
    const [founder, ...others] = unique;
    if (founder === undefined) throw new Error('A room needs somebody.');
    return { id: (await founder.groupWith(`Room ${index + 1}`, ...others)).id, members: unique };
  });
  const roomsOf = new Map(people.map((person) => [person, [] as string[]]));
  for (const { id, members } of rooms) for (const member of members) roomsOf.get(member)?.push(id);
  const tokens = await inTurns(count, (index) => freshToken(people[index]));
  const seats = Array.from({ length: connections }, (_, index) => {
    const [person, token] = [people[index % count], tokens[index % count]];
    if (person === undefined || token === undefined) throw new Error('Everybody has a seat.');
    return { token, roomIds: roomsOf.get(person) ?? [] };
  });
  return { seats, rooms };
}

async function freshToken(person: Person | undefined): Promise<string> {
  const refreshToken = person?.grant.refreshToken;
  const { status, body } = await new Api(person?.places.origin ?? '').post<Grant>('/auth/refresh', { refreshToken });
  if (status !== 200) throw new Error(`A new token was answered with ${status}.`);
  return body.accessToken;
}

/** Other neighbours in each room. */
function stride(index: number): number {
  return [1, 3, 7, 11][index % 4] ?? 1;
}

async function inTurns<T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      const index = next++;
      made[index] = await make(index);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return made;
}

/** Messages into the rooms of a crowd, one room after the other, at an even pace, over REST. */
export class Chatter {
  /** The last revision acknowledged in each room. */
  readonly revisions = new Map<string, number>();
  acknowledged = 0;
  refused = 0;
  private stopped = false;
  private readonly done: Promise<void>;

  constructor(
    private readonly rooms: readonly CrowdRoom[],
    perSecond: number,
  ) {
    this.done = this.run(1_000 / perSecond);
  }

  /** Ends the talking, and waits for the answers under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.done;
  }

  private async run(everyMs: number): Promise<void> {
    const underWay = new Set<Promise<void>>();
    for (let count = 0; !this.stopped; count++) {
      const room = this.rooms[count % this.rooms.length];
      if (room) {
        const saying = this.say(room, count).finally(() => underWay.delete(saying));
        underWay.add(saying);
      }
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
    await Promise.all(underWay);
  }

  private async say({ id, members }: CrowdRoom, count: number): Promise<void> {
    const sender = members[count % members.length];
    const body = { clientMessageId: randomUUID(), text: `storm ${count}` };
    try {
      const answer = await sender?.api.post<{ revision: number }>(`/chatrooms/${id}/messages`, body);
      if (answer?.status !== 201) return void this.refused++;
      this.acknowledged++;
      this.revisions.set(id, Math.max(this.revisions.get(id) ?? 0, answer.body.revision));
    } catch {
      this.refused++;
    }
  }
}
