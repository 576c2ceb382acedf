import { jest } from '@jest/globals';
import { limits, ParleyError, type CommandRequest, type ErrorCode, type Presence } from '@parley/contracts';
import fc from 'fast-check';
import { thisMachine } from '../machine';
import { AWAY_MS } from './own-presence';
import { Presences } from './presences';

/** One client and the server's side of its connection: whom it tells of, and whether it takes the device to be in use. */
function setup() {
  const server = {
    online: false,
    fails: [] as ErrorCode[],
    statuses: new Map<string, Presence['status']>(),
    watched: [] as readonly string[],
    active: true,
    asked: 0,
  };
  const of = (userId: string): Presence => ({
    userId,
    status: server.statuses.get(userId) ?? 'offline',
    lastSeenAt: null,
  });
  const command = async (name: string, payload: unknown): Promise<never> => {
    await Promise.resolve();
    server.asked++;
    const failure = server.online ? server.fails.shift() : 'unavailable';
    if (failure) throw new ParleyError(failure, 'not now', { retryAfterMs: 1_000 });
    if (name === 'presence:set') {
      server.active = (payload as CommandRequest<'presence:set'>).active;
      return {} as never;
    }
    server.watched = (payload as CommandRequest<'presence:watch'>).userIds;
    return { presences: server.watched.map(of) } as never;
  };
  const presences = new Presences({
    machine: { ...thisMachine, random: () => 1 },
    isOnline: () => server.online,
    command: command,
    defect: (error) => {
      throw error;
    },
  });
  const connect = (): void => {
    Object.assign(server, { online: true, watched: [], active: true });
    presences.online();
  };
  const cut = (): void => {
    server.online = false;
    presences.offline();
  };
  const change = (userId: string, status: Presence['status']): void => {
    server.statuses.set(userId, status);
    if (server.online && server.watched.includes(userId)) presences.hear(of(userId));
  };
  const shown = (): Record<string, string> =>
    Object.fromEntries([...presences.people.get()].map(([userId, { status }]) => [userId, status]));
  return { server, presences, connect, cut, change, shown };
}

const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

describe('Presences', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('asks once for all that is wanted at the same time, and hears what changes', async () => {
    const { server, presences, connect, change, shown } = setup();
    server.statuses.set('ben', 'online');
    connect();
    presences.watch(['ben']);
    presences.watch(['cleo', 'ben']);
    await pass(200);
    expect(server.asked).toBe(1);
    expect(shown()).toEqual({ ben: 'online', cleo: 'offline' });
    change('cleo', 'away');
    expect(shown()).toEqual({ ben: 'online', cleo: 'away' });
    presences.hear({ userId: 'nobody', status: 'online', lastSeenAt: null });
    expect(shown()).not.toHaveProperty('nobody');
  });

  it('watches somebody until the last who wanted to know does not any more', async () => {
    const { server, presences, connect } = setup();
    connect();
    const [one, two] = [presences.watch(['ben']), presences.watch(['ben'])];
    one();
    one();
    await pass(200);
    expect(server.watched).toEqual(['ben']);
    two();
    await pass(200);
    expect(server.watched).toEqual([]);
    expect(presences.people.get().size).toBe(0);
  });

  it('asks for no more than may be asked for, and then for those wanted last', async () => {
    const { server, presences, connect } = setup();
    connect();
    presences.watch(['first', ...Array.from({ length: limits.presenceWatched - 1 }, (_, index) => `p${index}`)]);
    presences.watch(['last', 'p0']);
    await pass(200);
    expect(server.watched).toHaveLength(limits.presenceWatched);
    expect(server.watched).toEqual(expect.arrayContaining(['last', 'p0', 'p1']));
    expect(server.watched).not.toContain('first');
  });

  it('shows a short break to nobody, and after a long one claims nothing', async () => {
    const { server, presences, connect, cut, shown } = setup();
    server.statuses.set('ben', 'online');
    connect();
    presences.watch(['ben']);
    await pass(200);
    cut();
    await pass(9_000);
    expect(shown()).toEqual({ ben: 'online' });
    await pass(2_000);
    expect(shown()).toEqual({});
    connect();
    await pass(200);
    expect(shown()).toEqual({ ben: 'online' });
  });

  it('knows nothing of whom nobody wants any more, also where the connection broke before the server was told', async () => {
    const { presences, connect, cut, shown } = setup();
    connect();
    const end = presences.watch(['ben']);
    await pass(200);
    end();
    cut();
    connect();
    await pass(200);
    expect(shown()).toEqual({});
  });

  it('does not go on asking for what is refused', async () => {
    const { server, presences, connect } = setup();
    server.fails = ['forbidden'];
    connect();
    presences.watch(['ben']);
    await pass(600_000);
    expect(server.asked).toBe(1);
    presences.watch(['cleo']);
    await pass(200);
    expect(server.watched).toEqual(['ben', 'cleo']);
  });

  it('is away once nobody has used the device for a while, also on a new connection, and back at once', async () => {
    const { server, presences, connect, cut } = setup();
    connect();
    presences.used();
    await pass(AWAY_MS - 1_000);
    presences.used();
    await pass(AWAY_MS - 1_000);
    expect(server.active).toBe(true);
    server.fails = ['unavailable', 'rate_limited'];
    await pass(1_000 + 60_000);
    expect(server.active).toBe(false);
    cut();
    connect();
    await pass(0);
    expect(server.active).toBe(false);
    presences.used();
    await pass(0);
    expect(server.active).toBe(true);
  });

  it('is never away where nobody says whether it is used: a program without a screen', async () => {
    const { server, connect } = setup();
    connect();
    await pass(10 * AWAY_MS);
    expect(server).toMatchObject({ active: true, asked: 0 });
  });

  const person = fc.constantFrom('a', 'b', 'c', 'd');
  const step = fc.oneof(
    fc.record({ do: fc.constant('watch' as const), userId: person }),
    fc.record({ do: fc.constant('release' as const), index: fc.nat(9) }),
    fc.record({
      do: fc.constant('change' as const),
      userId: person,
      status: fc.constantFrom('online', 'away', 'offline'),
    }),
    fc.record({ do: fc.constant('fail' as const), code: fc.constantFrom('unavailable', 'rate_limited', 'conflict') }),
    fc.record({ do: fc.constantFrom('cut' as const, 'connect' as const) }),
    fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(0, 50, 150, 3_000) }),
  );

  it('shows in the end exactly those who are wanted, as they are, whatever broke meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const { server, presences, connect, cut, change, shown } = setup();
        connect();
        const wanted: { userId: string; end: () => void }[] = [];
        for (const each of steps) {
          if (each.do === 'watch') wanted.push({ userId: each.userId, end: presences.watch([each.userId]) });
          else if (each.do === 'release') wanted.splice(each.index, 1)[0]?.end();
          else if (each.do === 'change') change(each.userId, each.status);
          else if (each.do === 'fail') server.fails.push(each.code);
          else if (each.do === 'pass') await pass(each.ms);
          else if (each.do === 'cut' && server.online) cut();
          else if (each.do === 'connect' && !server.online) connect();
        }
        if (!server.online) connect();
        await pass(1_000_000);
        const people = [...new Set(wanted.map(({ userId }) => userId))].sort();
        expect([...server.watched].sort()).toEqual(people);
        expect(shown()).toEqual(
          Object.fromEntries(people.map((userId) => [userId, server.statuses.get(userId) ?? 'offline'])),
        );
      }),
      { numRuns: 200 },
    );
  });
});
