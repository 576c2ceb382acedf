import { limits } from '@parley/contracts';
import type { Authenticator, Identity } from '@parley/server-edge';
import type { GatewaySocket, SocketData } from '../connection/gateway-socket';
import { SessionClock } from './session-clock';

const NOW = 1_000_000_000;

/** A clock of nodes, sockets whose tokens last so many milliseconds, and how often what is kept with one was looked at. */
function clockWith(lifetimes: readonly number[]) {
  let now = NOW;
  let looks = 0;
  let renewed: Partial<Identity> = {};
  const authenticator = { authenticate: () => Promise.resolve(renewed) } as unknown as Authenticator;
  const clock = new SessionClock(authenticator, () => now);
  const sockets = lifetimes.map((lifetime) => {
    const data = { identity: { userId: 'ana', sessionId: 'one', expiresAt: NOW + lifetime } } as SocketData;
    const told: unknown[] = [];
    const socket = {
      get data() {
        looks++;
        return data;
      },
      told,
      emit: (...words: unknown[]) => told.push(words),
      disconnect: () => told.push('ended'),
    };
    clock.watch(socket as unknown as GatewaySocket);
    return socket;
  });
  return {
    ...{ clock, sockets },
    gateway: (index: number) => sockets[index] as unknown as GatewaySocket,
    /** Ticks at this moment after the beginning; answers how many looks at sockets it took. */
    tickAt: (ms: number): number => {
      now = NOW + ms;
      looks = 0;
      clock.tick();
      return looks;
    },
    renewTo: (lifetime: number) => {
      renewed = { userId: 'ana', sessionId: 'one', expiresAt: NOW + lifetime };
      return clock.renew(sockets[0] as unknown as GatewaySocket, 'a token');
    },
  };
}

const MINUTE = limits.sessionExpiringMs;
const warning = (expiresInMs: number) => ['session:expiring', { expiresInMs }];

it('warns once, a minute ahead, and ends with the token', () => {
  const { sockets, tickAt } = clockWith([10 * MINUTE]);
  const [socket] = sockets;
  tickAt(9 * MINUTE - 1);
  expect(socket?.told).toEqual([]);
  tickAt(9 * MINUTE);
  tickAt(9 * MINUTE + 1_000);
  expect(socket?.told).toEqual([warning(MINUTE)]);
  tickAt(10 * MINUTE);
  tickAt(11 * MINUTE);
  expect(socket?.told).toEqual([warning(MINUTE), 'ended']);
});

it('looks at nobody whose time has not come, however many there are', () => {
  const { tickAt } = clockWith(Array.from({ length: 5_000 }, (_, index) => 10 * MINUTE + index));
  expect(tickAt(MINUTE)).toBe(0);
  expect(tickAt(8 * MINUTE)).toBe(0);
  expect(tickAt(10 * MINUTE)).toBeGreaterThanOrEqual(5_000);
});

it('one that comes with less than a minute left is warned at the next tick, and ends in time', () => {
  const { sockets, tickAt } = clockWith([4_000]);
  tickAt(1_000);
  tickAt(3_999);
  expect(sockets[0]?.told).toEqual([warning(3_000)]);
  tickAt(4_000);
  expect(sockets[0]?.told.at(-1)).toBe('ended');
});

it('a new token counts from then on, also one that ends before the warning of the old would have come', async () => {
  const { sockets, tickAt, renewTo } = clockWith([10 * MINUTE]);
  const told = sockets[0]?.told;
  tickAt(9 * MINUTE);
  await renewTo(20 * MINUTE);
  tickAt(10 * MINUTE);
  expect(told).toEqual([warning(MINUTE)]);
  await renewTo(12 * MINUTE);
  tickAt(11 * MINUTE);
  tickAt(12 * MINUTE);
  expect(told).toEqual([warning(MINUTE), warning(MINUTE), 'ended']);
});

it('a socket that is gone is left alone, also where its new token comes after it', async () => {
  const { clock, sockets, gateway, tickAt, renewTo } = clockWith([MINUTE, MINUTE]);
  clock.forget(gateway(0));
  await renewTo(2 * MINUTE);
  tickAt(5 * MINUTE);
  expect(sockets[0]?.told).toEqual([]);
  expect(sockets[1]?.told).toEqual(['ended']);
});

it('one socket more of the same second does not keep another from its turn, and a clock that was set back asks nobody to go', () => {
  const { clock, sockets, gateway, tickAt } = clockWith([MINUTE, MINUTE]);
  clock.forget(gateway(1));
  tickAt(-5 * MINUTE);
  expect(sockets[0]?.told).toEqual([]);
  tickAt(MINUTE);
  expect(sockets.map(({ told }) => told)).toEqual([['ended'], []]);
});
