import { randomUUID } from 'node:crypto';
import { limits, type ReportInput } from '@parley/contracts';
import { startTestUsers, type Person, type TestUsers } from '../fixture/users.fixture';
import { ReportEntity } from './report.entity';

let users: TestUsers;
beforeAll(async () => {
  users = await startTestUsers();
});
afterAll(() => users.close());

const report = (reporter: Person, input: Pick<ReportInput, 'userId'> & Partial<ReportInput>) =>
  users.client.report({ reason: 'spam', ...input }, reporter.as);
const kept = (reporter: Person) => users.db.manager.findBy(ReportEntity, { reporterId: reporter.id });

it('keeps the message concerned as it was at that moment', async () => {
  const [ana, ben] = [await users.person(), await users.person()];
  const room = users.messages.room(ana.id, ben.id);
  room.say(ana.id, 'hello');
  const { seq } = room.say(ben.id, 'buy this');
  const told = await report(ana, { userId: ben.id, roomId: room.id, seq, note: ' every day ' });
  room.say(ben.id, 'never said it', seq);
  expect(await kept(ana)).toEqual([
    {
      ...{ id: told.id, reporterId: ana.id, userId: ben.id, roomId: room.id, seq, reason: 'spam', note: 'every day' },
      message: expect.objectContaining({ seq, senderId: ben.id, text: 'buy this' }),
      ...{ closedAt: null, closedBy: null, resolution: null },
      createdAt: new Date(told.createdAt),
    },
  ]);
});

it('takes a report of a person, and of a room without a message', async () => {
  const [ana, ben] = [await users.person(), await users.person()];
  const room = users.messages.room(ana.id, ben.id);
  await report(ana, { userId: ben.id });
  await report(ana, { userId: ben.id, roomId: room.id });
  expect((await kept(ana)).map(({ roomId, seq, message }) => ({ roomId, seq, message }))).toEqual(
    expect.arrayContaining([
      { roomId: null, seq: null, message: null },
      { roomId: room.id, seq: null, message: null },
    ]),
  );
});

it('takes one across a block', async () => {
  const [ana, ben] = [await users.person(), await users.person()];
  await users.client.block({ userId: ben.id }, ana.as);
  await expect(report(ana, { userId: ben.id })).resolves.toMatchObject({ id: expect.any(String) });
});

it('finds no member, no room and no message that the reporter does not see', async () => {
  const [ana, ben, eve] = [await users.person(), await users.person(), await users.person()];
  const room = users.messages.room(ana.id, ben.id);
  const { seq } = room.say(ben.id, 'private');
  for (const [reporter, input] of [
    [ana, { userId: randomUUID() }],
    [eve, { userId: ben.id, roomId: room.id, seq }],
    [eve, { userId: ben.id, roomId: room.id }],
    [ana, { userId: ben.id, roomId: randomUUID(), seq }],
    [ana, { userId: ben.id, roomId: room.id, seq: seq + 1 }],
  ] as const) {
    await expect(report(reporter, input)).rejects.toMatchObject({ code: 'not_found' });
  }
  expect([...(await kept(ana)), ...(await kept(eve))]).toEqual([]);
});

it('refuses oneself, a message of somebody else, and a message without its room', async () => {
  const [ana, ben] = [await users.person(), await users.person()];
  const room = users.messages.room(ana.id, ben.id);
  const { seq } = room.say(ana.id, 'mine');
  for (const input of [{ userId: ana.id }, { userId: ben.id, roomId: room.id, seq }, { userId: ben.id, seq }]) {
    await expect(report(ana, input)).rejects.toMatchObject({ code: 'validation_failed' });
  }
});

it('keeps the same report once, however often and however many at once', async () => {
  const [ana, ben] = [await users.person(), await users.person()];
  const told = await Promise.all(Array.from({ length: 5 }, () => report(ana, { userId: ben.id, note: 'again' })));
  expect(new Set(told.map(({ id }) => id)).size).toBe(1);
  await report(ana, { userId: ben.id, note: 'something else' });
  expect(await kept(ana)).toHaveLength(2);
});

it('takes it again once it was closed, and of a message that was changed since', async () => {
  const [ana, ben] = [await users.person(), await users.person()];
  const room = users.messages.room(ana.id, ben.id);
  const message = room.say(ben.id, 'mild');
  const input = { userId: ben.id, roomId: room.id, seq: message.seq };
  const first = await report(ana, input);
  expect(await report(ana, input)).toEqual(first);
  Object.assign(message, { text: 'worse', revision: message.revision + 1 });
  const second = await report(ana, input);
  expect(second.id).not.toBe(first.id);
  await users.db.query("UPDATE reports SET closed_at = now(), closed_by = $2, resolution = 'nothing' WHERE id = $1", [
    second.id,
    ana.id,
  ]);
  expect((await report(ana, input)).id).not.toBe(second.id);
  expect(await kept(ana)).toHaveLength(3);
});

it('takes so many in a day and no more, also of those made at once', async () => {
  const [ana, ben] = [await users.person(), await users.person()];
  const wanted = limits.reportsPerDay + 3;
  const told = await Promise.allSettled(
    Array.from({ length: wanted }, (_, i) => report(ana, { userId: ben.id, note: `number ${i}` })),
  );
  const refused = told.filter((result) => result.status === 'rejected');
  expect(refused).toHaveLength(3);
  for (const { reason } of refused) {
    expect(reason).toMatchObject({ code: 'rate_limited' });
    expect((reason as { retryAfterMs: number }).retryAfterMs).toBeGreaterThan(23 * 3_600_000);
  }
  await users.db.query(`UPDATE reports SET created_at = created_at - interval '1 day' WHERE reporter_id = $1`, [
    ana.id,
  ]);
  await expect(report(ana, { userId: ben.id, note: 'tomorrow' })).resolves.toMatchObject({ id: expect.any(String) });
});

it('takes none while the messages service is away', async () => {
  const [ana, ben] = [await users.person(), await users.person()];
  const room = users.messages.room(ana.id, ben.id);
  const { seq } = room.say(ben.id, 'hello');
  users.messages.setBroken(true);
  try {
    const told = report(ana, { userId: ben.id, roomId: room.id, seq });
    await expect(told).rejects.toMatchObject({ code: 'unavailable' });
  } finally {
    users.messages.setBroken(false);
  }
  expect(await kept(ana)).toEqual([]);
});

it('gives back to whoever made them what they said, a page at a time, and none of others', async () => {
  const [ana, ben] = [await users.person(), await users.person()];
  const room = users.messages.room(ana.id, ben.id);
  const { seq } = room.say(ben.id, 'buy this');
  const told: { id: string }[] = [];
  for (const note of ['one', 'two']) told.unshift(await report(ana, { userId: ben.id, note }));
  told.unshift(await report(ana, { userId: ben.id, roomId: room.id, seq }));
  await report(ben, { userId: ana.id });
  const first = await users.client.ownReports({ limit: 2 }, ana.as);
  const second = await users.client.ownReports({ limit: 2, cursor: first.nextCursor ?? '' }, ana.as);
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(told.map(({ id }) => id));
  expect(second.nextCursor).toBeNull();
  const said = { userId: ben.id, roomId: room.id, seq, reason: 'spam', note: '' };
  expect(first.items[0]).toEqual({ ...told[0], ...said });
  expect(JSON.stringify(first)).not.toContain('buy this');
  await expect(users.client.ownReports({ limit: 2, cursor: 'W10' }, ana.as)).rejects.toMatchObject({
    errors: [{ path: 'cursor' }],
  });
});
