import { jest } from '@jest/globals';
import { ParleyError, type Ack, type WireError } from '@parley/contracts';
import { thisMachine } from '../machine';
import type { SessionState } from '../session/session';
import { Value } from '../value';
import { Connection } from './connection';
import type { Transport, TransportEvents } from './transport';

interface Dialled {
  token: string;
  events: TransportEvents;
  closed: boolean;
  given: { name: string; payload: unknown; answer: (answer: Ack<unknown> | null) => void }[];
}

/** A connection over transports that do what the test says, with every wait as long as it can be (`random` at 1) or as the test wants. */
function setup(random = (): number => 1) {
  const dialled: Dialled[] = [];
  const state = new Value<SessionState>({ status: 'signedIn', user: { id: 'ana' } as never });
  let tokens = 0;
  const session = {
    state,
    fails: null as Error | null,
    async token() {
      if (session.fails) throw session.fails;
      return `t${tokens}`;
    },
    async refresh() {
      if (session.fails) throw session.fails;
      return `t${++tokens}`;
    },
    end: (reason: string) => state.set({ status: 'ended', reason }),
  };
  const openTransport = (token: string, events: TransportEvents): Transport => {
    const mine: Dialled = { token, events, closed: false, given: [] };
    dialled.push(mine);
    return {
      emit: (name, payload, deadlineMs, answered) => {
        const timer = setTimeout(() => answered(null), deadlineMs);
        mine.given.push({ name, payload, answer: (answer) => (clearTimeout(timer), answered(answer)) });
      },
      close: () => (mine.closed = true),
    };
  };
  const connection = new Connection(session, { openTransport, machine: { ...thisMachine, random }, ackMs: 10_000 });
  const last = (): Dialled => {
    const found = dialled.at(-1);
    if (!found) throw new Error('nothing was dialled');
    return found;
  };
  const open = async (): Promise<void> => {
    connection.connect();
    await pass(0);
    last().events.opened();
  };
  return { connection, session, dialled, last, open, status: () => connection.state.get().status };
}

const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);
const unauthenticated: WireError = { code: 'unauthenticated', title: '', detail: '' };

describe('Connection', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('comes back after a pause that doubles up to ten seconds, anew once a connection stood for a while', async () => {
    const { open, dialled, last, status } = setup();
    await open();
    for (const wait of [500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]) {
      const before = dialled.length;
      last().events.closed();
      expect(status()).toBe('reconnecting');
      await pass(wait - 1);
      expect(dialled.length).toBe(before);
      await pass(1);
      expect(dialled.length).toBe(before + 1);
    }
    last().events.opened();
    await pass(5_000);
    last().events.closed();
    const before = dialled.length;
    await pass(500);
    expect(dialled.length).toBe(before + 1);
  });

  it('waits at least as long as a server that is full asks for', async () => {
    const { connection, dialled, last } = setup(() => 0);
    connection.connect();
    await pass(0);
    last().events.refused({ code: 'rate_limited', title: '', detail: '', retryAfterMs: 7_000 });
    await pass(6_999);
    expect(dialled).toHaveLength(1);
    await pass(1);
    expect(dialled).toHaveLength(2);
  });

  it('does not wait much longer than that, however often it is asked to', async () => {
    const { connection, dialled, last } = setup();
    connection.connect();
    await pass(0);
    for (let count = 2; count < 8; count++) {
      last().events.refused({ code: 'unavailable', title: '', detail: '', retryAfterMs: 3_000 });
      await pass(3_500);
      expect(dialled).toHaveLength(count);
    }
  });

  it('comes with a new token where the old one is refused, and not at all once the session is over', async () => {
    const { connection, session, dialled, last, status } = setup(() => 0);
    connection.connect();
    await pass(0);
    last().events.refused(unauthenticated);
    await pass(0);
    expect(dialled.map(({ token }) => token)).toEqual(['t0', 't1']);
    session.end('signed out elsewhere');
    last().events.refused(unauthenticated);
    await pass(60_000);
    expect([dialled.length, status()]).toEqual([2, 'offline']);
  });

  it('does not wait for ever for a server that opens the line and says nothing', async () => {
    const { connection, dialled } = setup();
    connection.connect();
    await pass(15_000);
    expect(dialled[0]?.closed).toBe(true);
    await pass(500);
    expect(dialled).toHaveLength(2);
  });

  it('goes on with a new token on the live socket, also where that cannot be had at once', async () => {
    const { open, session, last, status } = setup();
    await open();
    session.fails = new ParleyError('unavailable', 'away');
    last().events.fact('session:expiring', { expiresInMs: 60_000 });
    await pass(2_000);
    expect(last().given).toEqual([]);
    session.fails = null;
    await pass(10_000);
    expect(last().given).toMatchObject([{ name: 'session:renew', payload: { token: 't1' } }]);
    last().given[0]?.answer({ ok: true, data: { expiresInMs: 600_000 } });
    await pass(60_000);
    expect([last().given.length, status()]).toEqual([1, 'online']);
  });

  it('moves by itself, at a moment of its own, when the server says that it will go', async () => {
    const { open, dialled, last, status } = setup(() => 0.4);
    await open();
    last().events.fact('server:draining', { reconnectWithinMs: 10_000 });
    await pass(3_999);
    expect([dialled.length, status()]).toEqual([1, 'online']);
    await pass(1);
    expect([dialled.length, dialled[0]?.closed, status()]).toEqual([2, true, 'reconnecting']);
  });

  it('that is closed before its moment came is a connection like any other that broke', async () => {
    const { open, dialled, last, status } = setup(() => 0.5);
    await open();
    last().events.fact('server:draining', { reconnectWithinMs: 10_000 });
    await pass(1_000);
    last().events.closed();
    expect(status()).toBe('reconnecting');
    await pass(250);
    last().events.opened();
    await pass(60_000);
    expect([dialled.length, status()]).toEqual([2, 'online']);
  });

  it('takes a line on which nothing at all is heard for none', async () => {
    const { connection, open, dialled } = setup();
    await open();
    const lost = connection.command('rooms:sync', { rooms: {} });
    const told = expect(lost).rejects.toMatchObject({ code: 'unavailable' });
    await pass(10_000);
    await told;
    expect(dialled[0]?.closed).toBe(true);
  });

  it('keeps a line on which others are heard while one answer does not come', async () => {
    const { connection, open, last, status } = setup();
    await open();
    const told = expect(connection.command('rooms:sync', { rooms: {} })).rejects.toMatchObject({ code: 'unavailable' });
    await pass(5_000);
    last().events.fact('room:left', { roomId: 'r' });
    await pass(5_000);
    await told;
    expect(status()).toBe('online');
  });

  it('hears nothing more of a connection that it let go', async () => {
    const { connection, open, dialled, status } = setup();
    await open();
    connection.disconnect();
    dialled[0]?.events.closed();
    dialled[0]?.events.opened();
    await pass(60_000);
    expect([dialled.length, status()]).toEqual([1, 'offline']);
  });
});
