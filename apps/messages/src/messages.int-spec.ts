import { messagesRpc } from '@parley/contracts';
import { rpcClient, type RpcClient, type RpcServer, startRpcServer } from '@parley/server-rpc';
import { testLog } from '@parley/testing';
import { v4 as uuidv4 } from 'uuid';
import { aPerson, messagesFixture, type MessagesFixture } from './messages.fixture';
import { MessagesModule } from './messages.module';

const log = testLog();
const secret = 'a secret of the tests and of nothing else';

let fixture: MessagesFixture;
let server: RpcServer;
let messages: RpcClient<typeof messagesRpc>;
beforeAll(async () => {
  fixture = await messagesFixture();
  server = await startRpcServer(MessagesModule.forRoot({ url: fixture.url, log }), {
    host: '127.0.0.1',
    port: 0,
    secret,
    log,
  });
  messages = rpcClient(messagesRpc, {
    addresses: [{ host: '127.0.0.1', port: server.port }],
    secret,
    caller: 'tests',
    log,
    deadlineMs: 20_000,
  });
});
afterAll(async () => {
  await messages.close();
  await server.close();
  await fixture.close();
});

const as = (userId: string) => ({ actor: { userId, sessionId: aPerson() } });

// The server holds each answer against its contract here, so this is about shapes: what they mean is each verb's own test.
it('answers every call in the shape of its contract', async () => {
  const [roomId, ane, jon] = [aPerson(), aPerson(), aPerson()];
  const createdAt = '2026-01-01T00:00:00.000Z';
  const members = [ane, jon].map((userId) => ({ userId, role: 'member' as const }));
  const text = { clientMessageId: uuidv4(), text: '  Kaixo!  ' };

  expect(await messages.setMembership({ roomId, kind: 'direct', version: 1, createdAt, members })).toEqual({});
  const imported = { roomId, messages: [{ ...text, senderId: jon, createdAt }] };
  expect(await messages.importMessages(imported)).toEqual({ imported: 1, lastSeq: 1 });
  expect(await messages.append({ roomId, ...text }, as(ane))).toMatchObject({
    created: true,
    message: { text: 'Kaixo!' },
  });
  expect(await messages.edit({ roomId, seq: 2, text: 'Aupa' }, as(ane))).toMatchObject({ changed: true });
  expect(await messages.remove({ roomId, seq: 2 }, as(ane))).toMatchObject({ changed: true });
  expect(await messages.page({ roomId, limit: 10 }, as(jon))).toMatchObject({ lastSeq: 2 });
  expect(await messages.search({ q: 'kaixo', limit: 10 }, as(jon))).toMatchObject({
    items: [{ roomId, seq: 1, senderId: jon, excerpt: 'Kaixo!', matches: [[0, 5]] }],
    nextCursor: null,
  });
  expect(await messages.markRead({ roomId, seq: 2 }, as(jon))).toMatchObject({
    lastReadSeq: 2,
    moved: true,
    shown: true,
  });
  expect(await messages.sync({ rooms: { [roomId]: 1 } }, as(jon))).toMatchObject({
    rooms: { [roomId]: { revision: 4 } },
  });
  expect(await messages.roomStates({ roomIds: [roomId] }, as(jon))).toMatchObject({
    states: [{ roomId, revision: 4 }],
  });
  const ranking = { pinned: [], others: [roomId], unreadOnly: false, limit: 10 };
  expect(await messages.rankRooms(ranking, as(jon))).toEqual({ roomIds: [roomId], nextCursor: null });
  expect(await messages.memberships({}, as(jon))).toMatchObject({ roomIds: [roomId] });
  expect(await messages.membershipsOf({ userIds: [jon] })).toMatchObject({
    members: [{ userId: jon, roomIds: [roomId] }],
  });
  expect(await messages.checkSendable({ roomId }, as(jon))).toEqual({ dividedFrom: [], shown: true });
  expect(await messages.setBlock({ userIds: [ane, jon], blocked: true, version: 1 })).toEqual({});
});

it('refuses what the contract does not allow before it comes to the database', async () => {
  await expect(messages.sync({ rooms: { 'no-uuid': 1 } }, as(aPerson()))).rejects.toMatchObject({
    code: 'validation_failed',
  });
  await expect(messages.page({ roomId: aPerson(), limit: 201 }, as(aPerson()))).rejects.toMatchObject({
    code: 'validation_failed',
  });
});
