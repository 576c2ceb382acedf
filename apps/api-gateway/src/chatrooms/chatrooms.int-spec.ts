import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { OverviewItemSchema, RoomSchema, type Change } from '@parley/contracts';
import { eventually } from '@parley/testing';
import { z } from 'zod';
import { startTestGateway, type TestGateway } from '../gateway.fixture';

let gateway: TestGateway;
let aliceId: string;
let bob: string;
let alice: string;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());
afterEach(() => jest.restoreAllMocks());
beforeEach(async () => {
  const { world } = gateway;
  [aliceId, bob] = [world.person('Alice'), world.person('Bob')];
  alice = await world.token(aliceId);
  gateway.told.length = 0;
  world.calls.length = 0;
});

const PageSchema = z.strictObject({ items: z.array(OverviewItemSchema.strict()), nextCursor: z.string().nullable() });
const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  gateway.api(method, path, { as: alice, headers, ...(body === undefined ? {} : { body }) });
/** What the realtime gateways were told, once there is so much of it. */
const told = (count: number): Promise<Change[]> =>
  eventually(() => {
    expect(gateway.told).toHaveLength(count);
    return gateway.told;
  });

describe('the overview', () => {
  it.each([1, 50])('takes three calls of services, for %i rooms as for any other number', async (count) => {
    const { world } = gateway;
    for (let i = 0; i < count; i++) {
      const room = world.room('group', [aliceId, bob, world.person(`Person ${i}`)]);
      world.append(room, bob, 'hello');
    }
    const { items } = PageSchema.parse(await (await call('GET', '/chatrooms')).json());
    expect(items).toHaveLength(count);
    // Keys and ended sessions are looked at now and then, whatever is asked.
    const calls = world.calls.filter((name) => !['users.jwks', 'users.revocations'].includes(name));
    expect(calls.sort()).toEqual(['chatrooms.overview', 'messages.roomStates', 'users.summaries']);
    expect(items[0]).toMatchObject({ unreadCount: 1, lastMessage: { preview: 'hello' }, request: null, lastSeq: 1 });
    expect(items[0]?.members.map(({ user }) => user.displayName)).toEqual(['Alice', 'Bob', 'Person 0']);
  });

  it('asks for a name once, and for a changed one again', async () => {
    const { id } = gateway.world.room('direct', [aliceId, bob]);
    const names = async () => {
      const room = RoomSchema.parse(await (await call('GET', `/chatrooms/${id}`)).json());
      return room.members.map(({ user }) => user.displayName);
    };
    await names();
    expect(await names()).toEqual(['Alice', 'Bob']);
    expect(gateway.world.calls.filter((name) => name === 'users.summaries')).toHaveLength(1);
    await call('PATCH', '/users/me', { displayName: 'Alicia' });
    expect(await names()).toEqual(['Alicia', 'Bob']);
  });

  it('shows a member whose account has gone', async () => {
    const { id } = gateway.world.room('direct', [aliceId, randomUUID()]);
    const room = RoomSchema.parse(await (await call('GET', `/chatrooms/${id}`)).json());
    expect(room.members[1]?.user.displayName).toBe('Deleted member');
  });
});

describe('statuses', () => {
  it('201 for a new room, 200 for one that is there; 204 has no body', async () => {
    const body = { kind: 'direct', memberIds: [bob] };
    const created = await call('POST', '/chatrooms', body);
    const again = await call('POST', '/chatrooms', body);
    expect([created.status, again.status]).toEqual([201, 200]);
    expect(await again.json()).toEqual(await created.json());
    const group = await call('POST', '/chatrooms', { kind: 'group', title: ' Tea ', memberIds: [bob] });
    const { id, title } = RoomSchema.strict().parse(await group.json());
    expect(title).toBe('Tea');
    const left = await call('DELETE', `/chatrooms/${id}/members/${aliceId}`);
    expect([left.status, await left.text()]).toEqual([204, '']);
    expect((await call('GET', `/chatrooms/${id}`)).status).toBe(404);
  });

  it('201 for a new message, 200 for the stored one', async () => {
    const { id } = gateway.world.room('direct', [aliceId, bob]);
    const body = { clientMessageId: randomUUID(), text: 'hello' };
    const [sent, again] = [
      await call('POST', `/chatrooms/${id}/messages`, body),
      await call('POST', `/chatrooms/${id}/messages`, body),
    ];
    expect([sent.status, again.status]).toEqual([201, 200]);
    expect(await again.json()).toEqual(await sent.json());
    const conflict = await call('POST', `/chatrooms/${id}/messages`, { ...body, text: 'other' });
    expect(conflict.status).toBe(409);
  });

  it.each(['', 'x'.repeat(256), 'with spaces in it'])('400 for the Idempotency-Key %j', async (key) => {
    const body = { kind: 'direct', memberIds: [bob] };
    const answer = await call('POST', '/chatrooms', body, { 'idempotency-key': key });
    expect(await answer.json()).toMatchObject({ status: 400, code: 'validation_failed' });
  });
});

describe('what the realtime gateways are told', () => {
  it('of sending, editing, deleting and reading: what changed, and of a repeat nothing', async () => {
    const { id } = gateway.world.room('direct', [aliceId, bob]);
    const messages = `/chatrooms/${id}/messages`;
    const clientMessageId = randomUUID();
    for (let i = 0; i < 2; i++) {
      await call('POST', messages, { clientMessageId, text: 'hello' });
      await call('PATCH', `${messages}/1`, { text: 'hi' });
    }
    for (let i = 0; i < 2; i++) {
      await call('DELETE', `${messages}/1`);
      await call('PUT', `/chatrooms/${id}/me/read`, { seq: 1 });
    }
    const kinds = (await told(4)).map(({ type }) => type);
    expect(kinds).toEqual(['messageCreated', 'messageUpdated', 'messageUpdated', 'readMoved']);
  });

  it('of opening, renaming, inviting, setting and leaving', async () => {
    const carol = gateway.world.person('Carol');
    const group = await call('POST', '/chatrooms', { kind: 'group', title: 'Tea', memberIds: [bob] });
    const { id: roomId } = RoomSchema.parse(await group.json());
    const path = `/chatrooms/${roomId}`;
    await call('PATCH', path, { title: 'Tea' });
    await call('PATCH', path, { title: 'Coffee' });
    await call('POST', `${path}/members`, { memberIds: [bob] });
    await call('POST', `${path}/members`, { memberIds: [carol] });
    await call('PATCH', `${path}/me`, { pinned: true });
    await call('DELETE', `${path}/members/${bob}`);
    await call('DELETE', `${path}/members/${bob}`);
    const settings = { pinned: true, muted: false, archived: false };
    expect(await told(7)).toEqual([
      { type: 'roomJoined', roomId, userIds: [aliceId, bob] },
      { type: 'roomUpdated', roomId, fields: ['title'], seenBy: aliceId },
      { type: 'roomJoined', roomId, userIds: [carol] },
      { type: 'roomUpdated', roomId, fields: ['members'], seenBy: aliceId },
      { type: 'roomSettingsChanged', roomId, userId: aliceId, settings },
      { type: 'roomLeft', roomId, userIds: [bob] },
      { type: 'roomUpdated', roomId, fields: ['members'], seenBy: aliceId },
    ]);
  });
});

it('a member who is too fast is told how fast is allowed, route by route', async () => {
  // The window stands still: a busy machine may take longer than its ten seconds.
  jest.spyOn(performance, 'now').mockReturnValue(performance.now());
  const first = await call('GET', '/chatrooms');
  expect(first.headers.get('ratelimit-policy')).toBe('"chatrooms.overview";q=200;w=10');
  expect(first.headers.get('ratelimit')).toBe('"chatrooms.overview";r=199;t=10');
  const answers: Response[] = [];
  while (answers.length < 200) {
    answers.push(...(await Promise.all(Array.from({ length: 20 }, () => call('GET', '/chatrooms')))));
  }
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(199);
  const refused = answers.find(({ status }) => status === 429);
  expect(refused?.headers.get('retry-after')).toMatch(/^\d+$/);
  expect(refused?.headers.get('ratelimit')).toMatch(/^"chatrooms.overview";r=0;t=\d+$/);
  expect((await call('GET', '/users/me')).status).toBe(200);
});

it('what a socket command does as well is counted with it', async () => {
  const { id } = gateway.world.room('direct', [aliceId, bob]);
  const message = `/chatrooms/${id}/messages/1`;
  const policies = [
    await call('POST', `/chatrooms/${id}/messages`, { clientMessageId: randomUUID(), text: 'hi' }),
    await call('PATCH', message, { text: 'hi' }),
    await call('PUT', `${message}/reactions/%F0%9F%91%8D`),
    await call('DELETE', `${message}/reactions/%F0%9F%91%8D`),
    await call('DELETE', message),
    await call('PUT', `/chatrooms/${id}/me/read`, { seq: 1 }),
  ].map(({ headers }) => headers.get('ratelimit-policy'));
  const commands = ['message:send', 'message:edit', 'message:react', 'message:react', 'message:delete', 'room:read'];
  expect(policies).toEqual(commands.map((command) => `"${command}";q=200;w=10`));
});
