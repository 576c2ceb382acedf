import {
  chatroomsRpc,
  errorCodes,
  messagesRpc,
  ParleyError,
  usersRpc,
  type Rpc,
  type RpcService,
} from '@parley/contracts';
import { rpcClient } from '@parley/server-rpc';
import { testLog } from '@parley/testing';
import { randomUUID } from 'node:crypto';
import type { Random } from '../faults/random';
import { exchange } from './exchange';
import { hostileText, hostileValue, noise, spoilt, torn } from './hostile';
import { Finding, type Target, type Try } from './target';

const framed = (text: string): string => `${text.length}#${text}`;

/** Frames at the ports of services, from somebody who does not hold their secret. */
export const frames: Try = async (random, { callPorts }) => {
  const data = random.pick([
    { nonce: 'n'.repeat(20) },
    hostileValue(random),
    {
      meta: { requestId: 'r', caller: 'x', actor: null, deadlineMs: 1, challenge: 'c'.repeat(20), count: 1 },
      body: '{}',
      signature: '',
    },
  ]);
  const pattern = random.pick([
    'rpc.hello',
    'users.me',
    'messages.append',
    '__proto__',
    hostileText(random),
    hostileValue(random),
  ]);
  const text = JSON.stringify({
    id: random.pick(['1', 1, null, '__proto__']),
    pattern,
    data: random.chance(0.6) ? spoilt(random, data) : data,
  });
  const whole = framed(text);
  const pieces = [
    () => Buffer.from(whole.repeat(random.between(1, 40))),
    () => torn(random, whole),
    () => noise(random, 3_000),
    () =>
      Buffer.from(
        random.pick([
          '2#{}'.repeat(12_000),
          '1#x'.repeat(9_000),
          'abc#{}',
          '-1#{}',
          '1e9#{}',
          '4#null',
          '9'.repeat(5_000),
        ]),
      ),
  ];
  const { answer, isEnded } = await exchange(random.pick(callPorts), random.pick(pieces)());
  // Whoever has not proved the secret is told nothing but that the call is refused.
  if (/"response":"\{\\"(items|user|id|rooms|messages)/.test(answer.toString())) {
    throw new Finding(`a call without a signature was answered: ${answer.toString().slice(0, 200)}`);
  }
  return isEnded ? 'closed' : 'waits for more';
};

const services: readonly (readonly [string, RpcService])[] = [
  ['USERS_RPC', usersRpc],
  ['CHATROOMS_RPC', chatroomsRpc],
  ['MESSAGES_RPC', messagesRpc],
];
/** What tells services of the world is theirs to say: made-up versions would make the rest of the run meaningless. */
const LEFT_ALONE = /set(Membership|Block|Privacy)|import|logout|endSession/;

/** Calls with a true signature and an input that is spoilt, as a broken neighbour might make them. */
export class SignedCalls {
  private readonly clients;

  constructor({ callEnv }: Target) {
    this.clients = services.map(([variable, service]) => {
      const options = {
        addresses: callEnv[variable] ?? '',
        secret: callEnv['RPC_SECRET'] ?? '',
        caller: 'fuzz',
        log: testLog(),
      };
      return { service, client: rpcClient(service, options) };
    });
  }

  readonly call: Try = async (random, target) => {
    const { service, client } = random.pick(this.clients);
    const [name = '', rpc] = random.pick(Object.entries<Rpc>(service).filter(([each]) => !LEFT_ALONE.test(each)));
    const person = random.pick(target.people);
    const input = spoilt(random, soundInput(random, target));
    const run = client[name] as (input: unknown, options?: object) => Promise<unknown>;
    const actor = { userId: person.id, sessionId: randomUUID() };
    try {
      await run(input, rpc?.caller === 'actor' ? { actor } : {});
      return 'ok';
    } catch (error) {
      if (!(error instanceof ParleyError) || !errorCodes.includes(error.code) || error.code === 'unavailable') {
        throw new Finding(`${name} ${JSON.stringify(input)?.slice(0, 300)}: ${String(error)}`);
      }
      return error.code;
    }
  };

  async close(): Promise<void> {
    await Promise.all(this.clients.map(({ client }) => client.close()));
  }
}

/** Every field that calls know, most of them sound: each call takes those that are its own. */
function soundInput(random: Random, { people, roomId }: Target): object {
  const userIds = people.map(({ id }) => id);
  return {
    ...{
      roomId,
      seq: 1,
      text: 'hello',
      clientMessageId: randomUUID(),
      emoji: '👍',
      on: true,
      limit: 10,
      q: 'hello',
      accept: true,
    },
    ...{
      roomIds: [roomId],
      userIds,
      userId: random.pick(userIds),
      memberIds: [random.pick(userIds)],
      title: 'Title',
      query: 'a',
    },
    ...{
      filter: 'active',
      rooms: { [roomId]: 0 },
      pinned: [],
      others: [roomId],
      unreadOnly: false,
      settings: { muted: true },
    },
    ...{
      email: 'a@test.example',
      password: 'not the password',
      client: { userAgent: 'fuzz' },
      refreshToken: 'x'.repeat(40),
    },
    ...{
      reason: 'spam',
      keyId: randomUUID(),
      sessionId: randomUUID(),
      cursor: hostileText(random).slice(0, 100),
      seen: [],
    },
  };
}
