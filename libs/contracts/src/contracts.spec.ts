import {
  commands,
  facts,
  limits,
  messagesRpc,
  ParleyError,
  chatroomsRpc,
  realtimeRpc,
  rest,
  usersRpc,
  type RestRoute,
  type Rpc,
} from './index';

const routes: [string, RestRoute][] = Object.entries(rest).flatMap(([area, group]) =>
  Object.entries<RestRoute>(group).map(([name, route]): [string, RestRoute] => [`${area}.${name}`, route]),
);

describe('the route table', () => {
  it.each(routes)('%s names its parameters as its path does', (_, { path, params }) => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(Object.keys(params?.shape ?? {}).sort()).toEqual(inPath.sort());
  });

  it('has no two routes at one place', () => {
    const places = routes.map(([, { method, path }]) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('refuses unknown fields in every body', () => {
    for (const [name, { body }] of routes) {
      if (body) expect({ name, taken: body.safeParse({ surprise: 1 }).success }).toEqual({ name, taken: false });
    }
  });

  it('takes single switches of privacy, and nothing that is none', () => {
    const { body } = rest.users.updateMe;
    expect(body.parse({ privacy: { sendTyping: false } })).toEqual({ privacy: { sendTyping: false } });
    for (const privacy of [{ sendTyping: 'no' }, { invisible: true }, null, []])
      expect(body.safeParse({ privacy }).success).toBe(false);
  });

  it('pages history by at most one of before, after and around', () => {
    const { query } = rest.messages.history;
    expect(query.parse({})).toEqual({ limit: limits.historyPageDefault });
    expect(query.parse({ after: '0', limit: '200' })).toEqual({ after: 0, limit: 200 });
    for (const wrong of [{ before: '1', after: '1' }, { limit: '201' }, { limit: '0' }, { before: '-1' }])
      expect(query.safeParse(wrong).success).toBe(false);
  });
});

describe('socket events', () => {
  it('name commands as imperatives and facts in the past tense', () => {
    for (const name of Object.keys(commands)) expect(name).toMatch(/^[a-z]+:[a-z]+$/);
    for (const name of Object.keys(facts)) expect(name).toMatch(/:(\w+ed|\w+ing|left)$/);
  });

  it('refuse what a client may not decide', () => {
    const message = { roomId: crypto.randomUUID(), clientMessageId: crypto.randomUUID(), text: 'hi' };
    expect(commands['message:send'].payload.safeParse(message).success).toBe(true);
    for (const field of ['senderId', 'seq', 'createdAt', 'role'])
      expect(commands['message:send'].payload.safeParse({ ...message, [field]: 1 }).success).toBe(false);
  });
});

describe('service calls', () => {
  it('have patterns of their own, named after their service', () => {
    const all = Object.entries({
      users: usersRpc,
      chatrooms: chatroomsRpc,
      messages: messagesRpc,
      realtime: realtimeRpc,
    }).flatMap(([service, calls]) =>
      Object.entries<Rpc>(calls).map(([name, { pattern }]) => ({ expected: `${service}.${name}`, pattern })),
    );
    for (const { expected, pattern } of all) expect(pattern).toBe(expected);
    expect(new Set(all.map(({ pattern }) => pattern)).size).toBe(all.length);
  });
});

describe('ParleyError', () => {
  it('survives a wire', () => {
    const error = new ParleyError('rate_limited', 'Too fast.', { retryAfterMs: 1_500 });
    const wire = JSON.parse(JSON.stringify(error.toWire())) as ReturnType<ParleyError['toWire']>;
    expect(ParleyError.fromWire(wire).toWire()).toEqual(error.toWire());
  });
});
