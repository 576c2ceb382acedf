import { ParleyClient } from '@parley/client';
import {
  apiPrefix,
  commands,
  rest,
  scopes,
  type ApiKey,
  type Command,
  type NewApiKey,
  type RestRoute,
} from '@parley/contracts';
import { aPerson, Api, everybodyLeaves, LiveSocket, problemOf, type Person } from '@parley/testing';
import { randomUUID } from 'node:crypto';
import { system } from '../support/system';

const places = system();
const opened: LiveSocket[] = [];
afterEach(() => {
  for (const socket of opened.splice(0)) socket.close();
  everybodyLeaves();
});
/** What the contract allows between the deletion of a key and the end of all it could do. */
const WITHIN_MS = 5_000;

async function aKey(person: Person, scopes: string[], more: object = {}): Promise<NewApiKey> {
  const { status, body } = await person.api.post<NewApiKey>('/api-keys', { name: 'Bot', scopes, ...more });
  if (status !== 201) throw new Error(`The key was answered with ${status}: ${JSON.stringify(body)}`);
  return body;
}

async function connect({ key }: NewApiKey, gateway = 0): Promise<LiveSocket> {
  const socket = await LiveSocket.open(places.gateways[gateway] ?? '', key);
  opened.push(socket);
  return socket;
}

async function refusedInTime(api: Api): Promise<void> {
  const start = performance.now();
  while ((await api.get('/users/me')).status !== 401) {
    if (performance.now() - start > WITHIN_MS) throw new Error('The key still works after 5 s.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('API keys', () => {
  it('are made, shown once, listed with their last use, and belong to nobody else', async () => {
    const [ana, eve] = [await aPerson(places), await aPerson(places)];
    const { id, key, ...told } = await aKey(ana, ['profile:read']);
    expect(told).toEqual({ name: 'Bot', scopes: ['profile:read'], expiresAt: null });
    const me = await new Api(places.origin, key).get<{ id: string }>('/users/me');
    expect(me).toMatchObject({ status: 200, body: { id: ana.id } });
    const { body } = await ana.api.get<{ items: ApiKey[] }>('/api-keys');
    expect(body.items).toMatchObject([{ id, name: 'Bot' }]);
    expect(JSON.stringify(body)).not.toContain(key);
    expect((await eve.api.get<{ items: ApiKey[] }>('/api-keys')).body.items).toEqual([]);
    expect(problemOf(await eve.api.delete(`/api-keys/${id}`)).code).toBe('not_found');
  });

  it('are not made with unknown scopes, unknown fields or an end that has passed, nor by strangers', async () => {
    const ana = await aPerson(places);
    for (const wrong of [
      { scopes: ['admin'] },
      { role: 'x' },
      { expiresAt: '2020-01-01T00:00:00.000Z' },
      { name: '' },
    ]) {
      const answer = await ana.api.post('/api-keys', { name: 'Bot', scopes: [], ...wrong });
      expect(problemOf(answer).code).toBe('validation_failed');
    }
    expect(problemOf(await new Api(places.origin).post('/api-keys', {})).code).toBe('unauthenticated');
  });

  it('without scopes open no route and no command', async () => {
    const key = await aKey(await aPerson(places), []);
    const api = new Api(places.origin, key.key);
    for (const { method, path } of Object.values(rest).flatMap((area) => Object.values<RestRoute>(area))) {
      const place = path.replaceAll(/\{\w+\}/g, randomUUID());
      const answer = await api.call(method, place, method === 'GET' ? {} : { body: {} });
      expect({ method, path: apiPrefix + path, code: problemOf(answer).code }).toEqual({
        ...{ method, path: apiPrefix + path, code: 'forbidden' },
      });
    }
    const socket = await connect(key);
    for (const name of Object.keys(commands)) {
      expect(await socket.emit(name, {})).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    }
  });

  it('do by REST and over the socket what their scopes name, and nothing else', async () => {
    const [ana, ben] = [await aPerson(places), await aPerson(places)];
    const room = await ana.groupWith('Keys', ben);
    const key = await aKey(ana, ['messages:read', 'messages:write']);
    const api = new Api(places.origin, key.key);
    const sent = await api.post(`/chatrooms/${room.id}/messages`, { clientMessageId: randomUUID(), text: 'by REST' });
    expect(sent.status).toBe(201);
    expect((await api.get(`/chatrooms/${room.id}/messages`)).status).toBe(200);
    expect(problemOf(await api.get('/chatrooms')).code).toBe('forbidden');

    const socket = await connect(key, 1);
    const payload = { roomId: room.id, clientMessageId: randomUUID(), text: 'by socket' };
    expect(await socket.command('message:send', payload)).toMatchObject({ ok: true, data: { senderId: ana.id } });
    const open = Object.entries<Command>(commands).filter(([, { access }]) => access.startsWith('messages:'));
    for (const name of Object.keys(commands)) {
      const code = open.some(([each]) => each === name) ? 'validation_failed' : 'forbidden';
      expect(await socket.emit(name, {})).toMatchObject({ ok: false, error: { code } });
    }
  });

  it('hear only the facts that their scopes cover, whichever gateway they come from', async () => {
    const [ana, ben] = [await aPerson(places), await aPerson(places)];
    const room = await ana.groupWith('Keys', ben);
    const [messages, rooms] = [
      await connect(await aKey(ana, ['messages:read']), 0),
      await connect(await aKey(ana, ['rooms:read']), 1),
    ];
    const session = await ana.connect(1);
    await ben.says(room.id, 'hello');
    expect((await ana.api.patch(`/chatrooms/${room.id}`, { title: 'Renamed' })).status).toBe(200);
    await Promise.all([messages.fact('message:created'), session.fact('message:created')]);
    await rooms.fact('room:updated', ({ title }) => title === 'Renamed');
    await session.fact('room:updated', ({ title }) => title === 'Renamed');
    expect(messages.heard.map(({ name }) => name).filter((name) => name.startsWith('room:'))).toEqual([]);
    expect(rooms.facts('message:created')).toEqual([]);
  });

  it('are all that the SDK needs', async () => {
    const [ana, ben] = [await aPerson(places), await aPerson(places)];
    const { id } = await ana.groupWith('Keys', ben);
    const client = new ParleyClient({ origin: places.origin, session: 'token' });
    try {
      await client.session.useApiKey((await aKey(ana, [...scopes])).key);
      client.connect();
      const room = client.room(id);
      await room.open();
      const heard = new Promise((resolve) => room.onMessage(({ text }) => text === 'for the bot' && resolve(text)));
      await ben.says(id, 'for the bot');
      await expect(heard).resolves.toBe('for the bot');
    } finally {
      client.disconnect();
    }
  });

  it('that are deleted are refused by REST and by handshakes, and their sockets closed on every gateway, within 5 s', async () => {
    const ana = await aPerson(places);
    const key = await aKey(ana, ['profile:read']);
    const api = new Api(places.origin, key.key);
    expect((await api.get('/users/me')).status).toBe(200);
    const sockets = [await connect(key, 0), await connect(key, 1)];
    const kept = await ana.connect(1);
    const start = performance.now();
    expect((await ana.api.delete(`/api-keys/${key.id}`)).status).toBe(204);
    for (const socket of sockets) {
      expect(await socket.fact('session:revoked')).toEqual({ reason: 'key_deleted' });
      await socket.closed();
    }
    await refusedInTime(api);
    expect(performance.now() - start).toBeLessThan(WITHIN_MS);
    await expect(connect(key)).rejects.toMatchObject({ data: { code: 'unauthenticated' } });
    expect(kept.disconnected).toBeNull();
    expect((await ana.api.delete(`/api-keys/${key.id}`)).status).toBe(204);
  });

  it('that expire are refused, and their sockets closed', async () => {
    const ana = await aPerson(places);
    const end = Date.now() + 8_000;
    const key = await aKey(ana, ['profile:read'], { expiresAt: new Date(end).toISOString() });
    const socket = await connect(key);
    await socket.closed();
    expect(Date.now() - end).toBeLessThan(WITHIN_MS);
    await refusedInTime(new Api(places.origin, key.key));
    await expect(connect(key)).rejects.toMatchObject({ data: { code: 'unauthenticated' } });
  });
});
