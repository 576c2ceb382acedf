import { RoomLineSchema, type RoomLine } from '@parley/contracts';
import { eventually } from '@parley/testing';
import { startTestGateway, type TestGateway } from '../gateway.fixture';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());

/** Asked for on a connection of its own, which does not last longer than the answer: the gateway, told to end, would wait for it. */
const headers = { connection: 'close' };
async function exported(userId: string, roomId: string): Promise<Response> {
  return gateway.api('GET', `/chatrooms/${roomId}/export`, { as: await gateway.world.token(userId), headers });
}
const linesOf = (text: string): RoomLine[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => RoomLineSchema.parse(JSON.parse(line)));
const pagesAsked = (): number => gateway.world.calls.filter((call) => call === 'messages.page').length;

it('is a line for the room, for each person and for each message, page after page', async () => {
  const { world } = gateway;
  const [ana, ben, eva] = [world.person('Ana'), world.person('Ben'), world.person('Eva')];
  const room = world.room('group', [ana, ben, eva], 'Spanish');
  for (let n = 1; n <= 450; n++) world.append(room, [ana, ben, eva][n % 3] ?? ana, `number ${n}`);
  room.members.delete(eva);
  const before = pagesAsked();

  const answer = await exported(ana, room.id);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/x-ndjson');
  expect(answer.headers.get('ratelimit-policy')).toMatch(/room-export/);
  const [head, ...lines] = linesOf(await answer.text());
  expect(head).toEqual({
    ...{ type: 'room', format: 1, id: room.id, kind: 'group', title: 'Spanish', createdAt: room.createdAt },
    ...{ firstSeq: 1, lastSeq: 450, revision: 450 },
  });
  const people = lines.flatMap((line) => (line.type === 'person' ? [[line.displayName, line.role]] : []));
  expect(people).toEqual([
    ['Ana', 'owner'],
    ['Ben', 'member'],
    ['Eva', null],
  ]);
  expect(lines.flatMap((line) => (line.type === 'message' ? [line.message] : []))).toEqual(room.messages);
  expect(pagesAsked() - before).toBe(3);
});

it('is not found by who is not in the room, as a problem', async () => {
  const { world } = gateway;
  const room = world.room('direct', [world.person('Ana'), world.person('Ben')]);
  const answer = await exported(world.person('Eva'), room.id);
  expect(answer.status).toBe(404);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(await answer.json()).toMatchObject({ code: 'not_found' });
});

/** A room that is longer than all that lies between the two can hold, and its export, of which a first piece was read. */
async function halfRead() {
  const { world } = gateway;
  const ana = world.person('Ana');
  const room = world.room('group', [ana]);
  for (let n = 0; n < 8_000; n++) world.append(room, ana, 'x'.repeat(8_000));
  const as = await world.token(ana);
  const { body } = await gateway.api('GET', `/chatrooms/${room.id}/export`, { as, headers });
  const reader = body?.getReader();
  expect((await reader?.read())?.done).toBe(false);
  const rest = async (): Promise<void> => {
    while ((await reader?.read())?.done === false);
  };
  return { ana, room, as, rest, leave: () => reader?.cancel() };
}

it('waits for whoever reads it, and breaks off when they are put out of the room', async () => {
  const before = pagesAsked();
  const { ana, room, rest } = await halfRead();
  room.members.delete(ana);
  await expect(rest()).rejects.toThrow();
  expect(pagesAsked() - before).toBeLessThan(40);
  expect(gateway.logged()).toContainEqual(
    expect.objectContaining({ code: 'not_found', route: '/api/v1/chatrooms/:id/export' }),
  );
});

it('breaks off when the session ends in which it was asked for', async () => {
  const { as, rest } = await halfRead();
  gateway.world.endSession(sessionOf(as));
  await eventually(async () => expect((await gateway.api('GET', '/users/me', { as })).status).toBe(401));
  await expect(rest()).rejects.toThrow();
  expect(gateway.logged()).toContainEqual(
    expect.objectContaining({ code: 'unauthenticated', route: '/api/v1/chatrooms/:id/export' }),
  );
});

it('lets two be under way for one person, and another when one is done with', async () => {
  const { world } = gateway;
  const { room, as, leave } = await halfRead();
  const again = () => gateway.api('GET', `/chatrooms/${room.id}/export`, { as, headers });
  const second = await again();
  expect(second.status).toBe(200);
  const third = await again();
  expect(third.status).toBe(429);
  expect(await third.json()).toMatchObject({ code: 'rate_limited' });
  // Somebody else is not held up.
  const ben = world.person('Ben');
  expect((await exported(ben, world.room('group', [ben]).id)).status).toBe(200);
  await leave();
  await eventually(async () => {
    const answer = await again();
    await answer.body?.cancel();
    expect(answer.status).toBe(200);
  });
  await second.body?.cancel();
});

function sessionOf(token: string): string {
  const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  return String((claims as { readonly sid: unknown }).sid);
}
