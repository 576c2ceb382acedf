import type { Grant, OverviewItem, Room } from '@parley/contracts';
import { randomUUID } from 'node:crypto';
import { Api } from './api';
import { LiveSocket } from './live-socket';

export const PASSWORD = 'a quiet morning in Lisbon';

/** Where the system under test is: one origin for REST, and each realtime gateway by itself. */
export interface Places {
  readonly origin: string;
  readonly gateways: readonly string[];
}

export interface PersonOptions {
  name?: string;
  /** One that nobody else in the system has; made up where none is given. */
  email?: string;
  teaches?: string[];
  learns?: string[];
}

/** Every socket that a person opened and a test has not closed. */
const openSockets = new Set<LiveSocket>();

/** Closes whatever is still open: for the end of each test, also of one that failed half-way. */
export function everybodyLeaves(): void {
  for (const socket of openSockets) socket.close();
  openSockets.clear();
}

/** Somebody with an account, signed in. */
export class Person {
  constructor(
    readonly places: Places,
    readonly email: string,
    readonly grant: Grant,
  ) {}

  get id(): string {
    return this.grant.user.id;
  }

  get api(): Api {
    return new Api(this.places.origin, this.grant.accessToken);
  }

  /** A socket of this person on one of the gateways. */
  async connect(gateway = 0): Promise<LiveSocket> {
    const origin = this.places.gateways[gateway];
    if (origin === undefined) throw new Error(`There is no gateway ${gateway}.`);
    const socket = await LiveSocket.open(origin, this.grant.accessToken);
    openSockets.add(socket);
    return socket;
  }

  /** Signs in once more, as on another device. */
  async signInAgain(): Promise<Person> {
    const answer = await new Api(this.places.origin).post<Grant>('/auth/login', {
      email: this.email,
      password: PASSWORD,
      session: 'token',
    });
    if (answer.status !== 200) throw new Error(`Login answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return new Person(this.places, this.email, answer.body);
  }

  /** A direct room that is open to both: where it begins as a request, the other accepts. */
  async directRoomWith(other: Person): Promise<Room> {
    const room = await this.contact(other);
    await other.api.put(`/chatrooms/${room.id}/request`, { accept: true });
    return room;
  }

  /** The direct room with somebody as it is at first: between strangers, a request. */
  async contact(other: Person): Promise<Room> {
    return this.created('/chatrooms', { kind: 'direct', memberIds: [other.id] });
  }

  async groupWith(title: string, ...others: Person[]): Promise<Room> {
    return this.created('/chatrooms', { kind: 'group', title, memberIds: others.map(({ id }) => id) });
  }

  /** This person's overview item of a room. */
  async overviewOf(roomId: string): Promise<OverviewItem | undefined> {
    const { body } = await this.api.get<{ items: OverviewItem[] }>('/chatrooms?limit=100');
    return body.items.find(({ id }) => id === roomId);
  }

  /** Sends over REST; answers the message's seq. */
  async says(roomId: string, text: string): Promise<number> {
    const { seq } = await this.created<{ seq: number }>(`/chatrooms/${roomId}/messages`, {
      clientMessageId: randomUUID(),
      text,
    });
    return seq;
  }

  private async created<T>(path: string, body: unknown): Promise<T> {
    const answer = await this.api.post<T>(path, body);
    if (answer.status !== 200 && answer.status !== 201)
      throw new Error(`POST ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
}

/** Registers somebody new over the public API. */
export async function aPerson(
  places: Places,
  { name = 'Robin Test', email = `${randomUUID()}@test.example`, teaches = [], learns = [] }: PersonOptions = {},
): Promise<Person> {
  const answer = await new Api(places.origin).post<Grant>('/auth/register', {
    email,
    password: PASSWORD,
    displayName: name,
    session: 'token',
  });
  if (answer.status !== 201) throw new Error(`Registration answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  const person = new Person(places, email, answer.body);
  if (teaches.length + learns.length > 0) {
    const skills = {
      teaches: teaches.map((skill) => ({ skill, level: 'advanced' })),
      learns: learns.map((skill) => ({ skill })),
    };
    const set = await person.api.put('/users/me/skills', skills);
    if (set.status !== 200) throw new Error(`Skills answered ${set.status}: ${JSON.stringify(set.body)}`);
  }
  return person;
}
