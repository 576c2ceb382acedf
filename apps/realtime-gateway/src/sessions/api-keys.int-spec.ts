import { randomUUID } from 'node:crypto';
import { commands, scopes, type Command, type ErrorCode, type Scope } from '@parley/contracts';
import { TestRealtime, type TestClient } from '../gateway.fixture';

let realtime: TestRealtime;
beforeAll(async () => {
  realtime = await TestRealtime.start({ gateways: 2 });
});
afterAll(() => realtime.close());

/** Somebody, and a socket with a key of theirs. */
async function withKey(
  held: readonly Scope[],
  { gateway = 0, userId = realtime.world.person('Bot'), expiresAt = null as string | null } = {},
) {
  const key = realtime.world.apiKey(userId, held, { expiresAt });
  return { userId, key, client: await realtime.connectWith(key, gateway) };
}

describe('over every command of the contracts', () => {
  const all = Object.entries<Command>(commands).map(([name, { access }]) => ({ name, access }));
  const outcome = async (client: TestClient, name: string): Promise<ErrorCode | 'none'> => {
    const answer = await client.raw(name, {});
    return answer.ok ? 'none' : answer.error.code;
  };

  it('a key without scopes may give none', async () => {
    const { client } = await withKey([]);
    for (const { name } of all)
      expect({ name, code: await outcome(client, name) }).toEqual({ name, code: 'forbidden' });
    expect(await outcome(client, 'message:invented')).toBe('not_found');
  });

  it.each(scopes)('a key with %s may give those that name it, and no others', async (scope) => {
    const { client } = await withKey([scope]);
    for (const { name, access } of all) {
      const code = await outcome(client, name);
      // The payload is none: what is open says so.
      expect({ name, code }).toEqual({ name, code: access === scope ? 'validation_failed' : 'forbidden' });
    }
  });

  it('a key with every scope may give all that name one', async () => {
    const { client } = await withKey(scopes);
    for (const { name, access } of all) {
      const code = await outcome(client, name);
      expect({ name, code }).toEqual({ name, code: access === 'session' ? 'forbidden' : 'validation_failed' });
    }
  });
});

describe('what the socket of a key hears', () => {
  it('is each fact that its scopes cover, and no other', async () => {
    const { world } = realtime;
    const bot = world.person('Bot');
    const alice = world.person('Alice');
    const room = world.room('group', [alice, bot]);
    const [reader, overviewer, writer] = await Promise.all([
      withKey(['messages:read'], { userId: bot }),
      withKey(['rooms:read'], { userId: bot }),
      withKey(['messages:write'], { userId: bot }),
    ]);
    const session = await realtime.connect(bot);
    const says = await realtime.connect(alice);
    const send = (client: TestClient, text: string) =>
      client.command('message:send', { roomId: room.id, clientMessageId: randomUUID(), text });

    expect(await send(says, 'hello')).toMatchObject({ ok: true });
    // What a key is answered does not hang on what it may hear.
    expect(await send(writer.client, 'written')).toMatchObject({ ok: true, data: { text: 'written' } });
    await says.command('typing:set', { roomId: room.id, active: true });
    await session.command('room:read', { roomId: room.id, seq: 1 });
    const texts = ['hello', 'written'];
    const told = await session.hears('message:created', 2);
    expect(told.map(({ text }) => text).toSorted()).toEqual(texts);
    await session.hears('room:readMoved');

    await overviewer.client.hears('room:readMoved');
    expect(new Set(overviewer.client.heard.map(({ fact }) => fact))).toEqual(new Set(['room:readMoved']));
    expect(writer.client.heard).toEqual([]);
    const read = await reader.client.hears('message:created', 2);
    expect(read.map(({ text }) => text).toSorted()).toEqual(texts);
    await reader.client.hears('typing:changed');
    expect(reader.client.facts('room:readMoved')).toEqual([]);
  });
});

describe('the sockets of a key', () => {
  it('S7: are closed on every gateway within five seconds of its deletion, and the key is refused', async () => {
    const { world } = realtime;
    const { userId, key, client } = await withKey(['profile:read']);
    const other = await realtime.connectWith(key, 1);
    const kept = await realtime.connect(userId);
    const startedAt = performance.now();
    world.deleteApiKey(userId, world.apiKeys.get(key)?.id ?? '');
    for (const each of [client, other]) {
      expect(await each.hears('session:revoked')).toEqual([{ reason: 'key_deleted' }]);
      expect(await each.disconnected()).toBe('io server disconnect');
    }
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    expect(await realtime.refusal({ auth: { token: key } })).toMatchObject({ code: 'unauthenticated' });
    expect(kept.socket.connected).toBe(true);
  });

  it('are warned of its end, cannot go on with anything else, and are closed by it', async () => {
    const expiresAt = new Date(Date.now() + 8_000).toISOString();
    const { userId, key, client } = await withKey(['profile:read'], { expiresAt });
    await client.hears('session:expiring');
    const token = await realtime.world.token(userId);
    expect(await client.command('session:renew', { token })).toMatchObject({ error: { code: 'forbidden' } });
    expect(await client.disconnected()).toBe('io server disconnect');
    expect(Date.now() - Date.parse(expiresAt)).toBeLessThan(5_000);
    expect(await realtime.refusal({ auth: { token: key } })).toMatchObject({ code: 'unauthenticated' });
  });

  it('go on without end where the key has none', async () => {
    const { client } = await withKey(['profile:read']);
    expect(client.facts('session:expiring')).toEqual([]);
    expect(await client.command('presence:watch', { userIds: [] })).toEqual({ ok: true, data: { presences: [] } });
  });

  it('a socket of a session does not go on with a key', async () => {
    const { world } = realtime;
    const alice = world.person('Alice');
    const client = await realtime.connect(alice);
    const token = world.apiKey(alice, scopes);
    expect(await client.command('session:renew', { token })).toMatchObject({ error: { code: 'forbidden' } });
  });
});

it('keys that are none are refused', async () => {
  for (const token of ['parley_', `parley_${'x'.repeat(65)}`]) {
    expect(await realtime.refusal({ auth: { token } })).toMatchObject({ code: 'unauthenticated' });
  }
});
