import { jest } from '@jest/globals';
import { ParleyError, rest } from '@parley/contracts';
import { Session, type TakeTurns } from './session';

interface Call {
  path: string;
  token: string | null;
}

/** A server of which only the answers matter here: each refresh gives the next token, `accepts` says which tokens it takes. */
function setup(
  answers: { refresh: () => Response | Promise<Response>; accepts?: (token: string) => boolean },
  deadlineMs = 1_000,
) {
  const calls: Call[] = [];
  const fetch = (async (url: URL, init: RequestInit) => {
    const token = new Headers(init.headers).get('authorization');
    calls.push({ path: url.pathname, token });
    await Promise.resolve();
    if (url.pathname.endsWith('/auth/refresh')) return answers.refresh();
    return answers.accepts?.(token ?? '') === false ? problem(401, 'unauthenticated') : Response.json({ items: [] });
  }) as typeof globalThis.fetch;
  return { calls, session: new Session({ origin: 'http://localhost', fetch, deadlineMs }, 'cookie') };
}

const problem = (status: number, code: string): Response =>
  Response.json({ type: 'about:blank', title: code, status, detail: code, code, requestId: 'requestid' }, { status });

function grants(): () => Response {
  let count = 0;
  return () => Response.json({ user: { id: 'ana' }, accessToken: `t${++count}`, expiresIn: 600 });
}

const call = { method: 'GET', path: '/chatrooms' };

describe('Session', () => {
  it('exchanges the refresh token once, however many ask at the same time', async () => {
    const { session, calls } = setup({ refresh: grants() });
    const all = await Promise.all(Array.from({ length: 10 }, () => session.token()));
    expect(new Set(all)).toEqual(new Set(['t1']));
    expect(calls).toHaveLength(1);
    expect(session.state.get()).toMatchObject({ status: 'signedIn', user: { id: 'ana' } });
  });

  it('takes a new token and asks again where the server refuses the old', async () => {
    const { session, calls } = setup({ refresh: grants(), accepts: (token) => token === 'Bearer t2' });
    await session.restore();
    const answer = await session.send(rest.chatrooms.overview, call);
    expect(answer.status).toBe(200);
    expect(calls.map(({ token }) => token)).toEqual([null, 'Bearer t1', null, 'Bearer t2']);
  });

  it('says that a session which was open is over, and that none was there', async () => {
    let open = true;
    const give = grants();
    const { session } = setup({
      refresh: () => (open ? give() : problem(401, 'unauthenticated')),
      accepts: () => false,
    });
    await session.restore();
    open = false;
    await expect(session.send(rest.chatrooms.overview, call)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(session.state.get().status).toBe('ended');

    const fresh = setup({ refresh: () => problem(401, 'unauthenticated') });
    await expect(fresh.session.restore()).resolves.toBe(false);
    expect(fresh.session.state.get().status).toBe('signedOut');
  });

  it('does not become the session of somebody else who has signed in in another tab', async () => {
    let id = 'ana';
    const refresh = (): Response => Response.json({ user: { id }, accessToken: `of ${id}`, expiresIn: 600 });
    const { session } = setup({ refresh, accepts: (token) => token === 'Bearer of ben' });
    await session.restore();
    id = 'ben';
    await expect(session.send(rest.chatrooms.overview, call)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(session.state.get().status).toBe('ended');
    await session.restore();
    expect(session.state.get()).toMatchObject({ status: 'signedIn', user: { id: 'ben' } });
  });

  it('does not take a server that is away for the end of the session', async () => {
    let away = false;
    const give = grants();
    const { session } = setup({ refresh: () => (away ? problem(503, 'unavailable') : give()), accepts: () => false });
    await session.restore();
    away = true;
    await expect(session.send(rest.chatrooms.overview, call)).rejects.toBeInstanceOf(ParleyError);
    expect(session.state.get().status).toBe('signedIn');
  });

  it('asks again at once where the answer to an exchange was lost, and once only', async () => {
    const give = grants();
    let lost = 1;
    const { session, calls } = setup({
      refresh: () => {
        if (lost-- > 0) throw new TypeError('fetch failed');
        return give();
      },
    });
    await expect(session.token()).resolves.toBe('t1');
    expect(calls).toHaveLength(2);
    lost = 2;
    await expect(session.refresh()).rejects.toMatchObject({ code: 'unavailable' });
    expect(calls).toHaveLength(4);
    expect(session.state.get().status).toBe('signedIn');
  });

  it('asks beside an answer that takes long, and takes what comes first', async () => {
    jest.useFakeTimers();
    const answers: ((answer: Response) => void)[] = [];
    const { session, calls } = setup(
      { refresh: () => new Promise<Response>((resolve) => answers.push(resolve)) },
      10_000,
    );
    const token = session.token();
    await jest.advanceTimersByTimeAsync(3_999);
    expect(calls).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(4_000);
    expect(calls).toHaveLength(2);
    answers[0]?.(grants()());
    await expect(token).resolves.toBe('t1');
    jest.useRealTimers();
  });

  it('learns what became of an exchange for which a server could not answer, before its token is taken for a stolen one', async () => {
    jest.useFakeTimers();
    const give = grants();
    let away = 0;
    const { session, calls } = setup({ refresh: () => (away-- > 0 ? problem(503, 'unavailable') : give()) });
    await session.restore();
    away = 3;
    await expect(session.refresh()).rejects.toMatchObject({ code: 'unavailable' });
    expect(calls).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(9_000);
    // Twice more in vain, then with success; then it is known.
    expect(calls).toHaveLength(5);
    await expect(session.token()).resolves.toBe('t2');
    expect(calls).toHaveLength(5);
    jest.useRealTimers();
  });

  it('does not go on asking for ever, nor once somebody has signed out', async () => {
    jest.useFakeTimers();
    const give = grants();
    let isAway = false;
    const { session, calls } = setup({ refresh: () => (isAway ? problem(503, 'unavailable') : give()) });
    await session.restore();
    isAway = true;
    await expect(session.refresh()).rejects.toMatchObject({ code: 'unavailable' });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(calls).toHaveLength(6);
    await expect(session.refresh()).rejects.toMatchObject({ code: 'unavailable' });
    session.end('revoked');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(calls).toHaveLength(7);
    jest.useRealTimers();
  });

  it('takes its turn among tabs that have the same cookie: none comes with a token that another has replaced', async () => {
    let [cookie, replaced] = [1, 0];
    const fetch = (async () => {
      const sent = cookie;
      await new Promise((resolve) => setTimeout(resolve));
      if (sent !== cookie) replaced++;
      cookie++;
      return Response.json({ user: { id: 'ana' }, accessToken: `t${cookie}`, expiresIn: 600 });
    }) as typeof globalThis.fetch;
    let last: Promise<unknown> = Promise.resolve();
    const takeTurns: TakeTurns = (work) => {
      const mine = last.then(work);
      last = mine.catch(() => undefined);
      return mine;
    };
    const http = { origin: 'http://localhost', fetch, deadlineMs: 1_000 };
    const together = (...more: [TakeTurns?]) =>
      Promise.all(Array.from({ length: 3 }, () => new Session(http, 'cookie', ...more).restore()));
    expect(await together(takeTurns)).toEqual([true, true, true]);
    expect(replaced).toBe(0);
    await together();
    expect(replaced).toBe(2);
  });
});

describe('an API key', () => {
  const KEY = 'parley_key';
  const withKey = () => {
    let isGood = true;
    const given = setup({ refresh: grants(), accepts: () => isGood });
    return { ...given, end: () => (isGood = false) };
  };

  it('is the token of every request, without a refresh', async () => {
    const { session, calls } = withKey();
    await session.useApiKey(KEY);
    expect(session.state.get().status).toBe('signedIn');
    expect(await session.token()).toBe(KEY);
    await session.send(rest.chatrooms.overview, call);
    expect(calls.map(({ path, token }) => [path, token])).toEqual([
      ['/api/v1/users/me', `Bearer ${KEY}`],
      ['/api/v1/chatrooms', `Bearer ${KEY}`],
    ]);
  });

  it('is over once the server no longer takes it', async () => {
    const { session, calls, end } = withKey();
    await session.useApiKey(KEY);
    end();
    await expect(session.send(rest.chatrooms.overview, call)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(session.state.get().status).toBe('ended');
    expect(calls.map(({ path }) => path)).not.toContain('/api/v1/auth/refresh');
  });

  it('that is none changes nothing', async () => {
    const { session, end } = withKey();
    end();
    await expect(session.useApiKey(KEY)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(session.state.get().status).toBe('unknown');
  });

  it('is forgotten by logging out, and by signing in', async () => {
    const { session, calls } = withKey();
    await session.useApiKey(KEY);
    await session.logout();
    expect(session.state.get().status).toBe('signedOut');
    expect(await session.token()).toBe('t1');
    expect(calls.map(({ path }) => path)).toEqual(['/api/v1/users/me', '/api/v1/auth/refresh']);
  });
});
