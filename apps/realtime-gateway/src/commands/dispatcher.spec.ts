import type { Ack } from '@parley/contracts';
import { ErrorLog, RateLimiter, RevocationWatch } from '@parley/server-edge';
import { testLog } from '@parley/testing';
import { Histogram } from 'prom-client';
import type { GatewaySocket } from '../connection/gateway-socket';
import { Dispatcher, type CommandHandlers } from './dispatcher';

const refuse = () => Promise.reject(new Error('not called'));
const all: CommandHandlers = {
  'message:send': refuse,
  'message:edit': refuse,
  'message:delete': refuse,
  'message:react': refuse,
  'room:read': refuse,
  'typing:set': refuse,
  'rooms:sync': refuse,
  'presence:watch': refuse,
  'presence:set': refuse,
  'session:renew': refuse,
};

it('a command without a handler, a handler without a command, or one that does not fit, does not compile', () => {
  const { 'message:send': send, ...others } = all;
  // @ts-expect-error nobody handles message:send
  const missing: CommandHandlers = others;
  // @ts-expect-error there is no such command
  const tooMany: CommandHandlers = { ...all, 'message:shout': send };
  // @ts-expect-error the answer is a message
  const wrongData: CommandHandlers = { ...all, 'message:send': async () => ({ ok: true }) };
  // @ts-expect-error the payload names a room
  const wrongPayload: CommandHandlers = { ...all, 'room:read': async (_: { channel: string }) => refuse() };
  expect([missing, tooMany, wrongData, wrongPayload]).toHaveLength(4);
});

describe('a token that has expired, on a socket that nobody has ended yet', () => {
  const seconds = new Histogram({ name: 'seconds', help: '-', labelNames: ['command', 'outcome'], registers: [] });
  const revocations = new RevocationWatch(async () => ({ items: [], cursor: '0', hasMore: false }));
  const dispatcher = new Dispatcher({
    handlers: { ...all, 'presence:set': async () => ({}), 'session:renew': async () => ({ expiresInMs: 1 }) },
    ...{ limiter: new RateLimiter(null), revocations, seconds, errors: new ErrorLog(testLog()) },
  });

  /** The answer to a command of somebody whose token lasts so long. */
  async function answered(lastsMs: number, command: string, payload: object): Promise<Ack<unknown> | undefined> {
    const identity = { userId: 'u', sessionId: 's', scopes: null, expiresAt: Date.now() + lastsMs };
    const socket = { data: { identity } } as unknown as GatewaySocket;
    let answer: Ack<unknown> | undefined;
    await dispatcher.dispatch(socket, command, [payload, (given: Ack<unknown>) => (answer = given)]);
    return answer;
  }

  it('S6: gives no command but the one that brings another', async () => {
    const present = (lastsMs: number) => answered(lastsMs, 'presence:set', { active: true });
    expect(await present(60_000)).toEqual({ ok: true, data: {} });
    expect(await present(0)).toMatchObject({ ok: false, error: { code: 'unauthenticated' } });
    expect(await present(-1)).toMatchObject({ ok: false, error: { code: 'unauthenticated' } });
    expect(await answered(-1, 'session:renew', { token: 'another' })).toMatchObject({ ok: true });
  });
});
