import { ParleyClient } from '@parley/client';
import type { Api } from '@parley/testing';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Secrets } from '../check/secrets';
import type { Journal } from '../history/journal';
import type { Random } from '../random';
import type { Rig } from '../rig/rig';
import { BareWitness } from './bare-witness';
import { LibraryWitness } from './library-witness';
import { staySignedIn } from './stay-signed-in';
import { WatchedApi } from './watched-api';

/** Somebody in the load: a bare socket, and for some the SDK as a second device. */
export interface Member {
  readonly index: number;
  readonly name: string;
  readonly userId: string;
  readonly bare: BareWitness;
  readonly library: LibraryWitness | null;
  /** REST as this person, with a token that is good. */
  api(): Promise<Api>;
  /** A token that is good for a while; with `isNew` one that was made just now. */
  token(isNew?: boolean): Promise<string>;
  close(): void;
}

const PASSWORD = 'a long night in the machine room';
/** Passwords take their time to hash: more at once are not done sooner. */
const AT_ONCE = 2;
const TRIES = 20;

export interface PeopleOptions {
  readonly rig: Rig;
  readonly journal: Journal;
  readonly random: Random;
  readonly count: number;
  /** One in so many uses the SDK too. */
  readonly libraryEach: number;
  readonly secrets: Secrets;
  /** Somebody whose session was ended by the system, and by nothing that they did. */
  readonly onSignedOut: (name: string, reason: string) => void;
}

/** People who are never in a room of the load; the last of them, the visitor, has no connection of its own. */
const STRANGERS = 4;

/** Those who are in rooms, those who are not, and one who is not there at all unless a fault has them come. */
export interface Gathered {
  readonly members: Member[];
  readonly strangers: Member[];
  readonly visitor: Member;
}

/** Registers people and connects them: bare sockets spread over the gateways, the SDK through the front. Some stay strangers for good. */
export async function gatherPeople(options: PeopleOptions): Promise<Gathered> {
  const people: Member[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < options.count + STRANGERS) {
      const index = next++;
      people[index] = await gather(index, options);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const strangers = people.slice(options.count);
  const visitor = strangers.pop();
  if (!visitor) throw new Error('There is nobody.');
  visitor.bare.client.close();
  return { members: people.slice(0, options.count), strangers, visitor };
}

async function gather(
  index: number,
  { rig, journal, random, count, libraryEach, secrets, onSignedOut }: PeopleOptions,
): Promise<Member> {
  const client = new ParleyClient({ origin: rig.origin, session: 'token', deadlineMs: 10_000 });
  const email = `${randomUUID()}@test.example`;
  await register(client, email, `Person ${index + 1}`);
  const state = client.session.state.get();
  if (state.status !== 'signedIn') throw new Error('Registering did not sign in.');
  const userId = state.user.id;
  const name = `p${index + 1}`;
  const token = (isNew = false): Promise<string> => (isNew ? client.session.refresh() : client.session.token());
  const isStranger = index >= count;
  const first = index % rig.doors.length;
  const ports = rig.doors.map((_, offset) => rig.doors[(first + offset) % rig.doors.length]?.port ?? 0);
  const bare = new BareWitness(`${name}-bare`, userId, journal, { ports, token, random }, secrets);
  bare.client.open();
  const library =
    !isStranger && index % libraryEach === 0 ? new LibraryWitness(`${name}-sdk`, userId, client, journal) : null;
  if (library) client.connect();
  const stopStaying = staySignedIn(client, { email, password: PASSWORD }, (reason) => {
    journal.note({ process: name, f: 'session', type: 'fail', detail: reason });
    onSignedOut(name, reason);
    return () => {
      if (!library) return;
      client.connect();
      library.takeAnew();
    };
  });
  return {
    ...{ index, name, userId, bare, library, token },
    api: async () =>
      new WatchedApi(rig.origin, await token(), (body, call) => bare.inspect(body, `was answered to ${call}`)),
    close() {
      stopStaying();
      bare.client.close();
      client.disconnect();
    },
  };
}

async function register(client: ParleyClient, email: string, displayName: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await client.session.register({ email, password: PASSWORD, displayName });
    } catch (error) {
      // A busy machine may take longer for one than anybody waits.
      if (tries === TRIES) throw error;
      await pause(500);
    }
  }
}
