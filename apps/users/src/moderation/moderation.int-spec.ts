import { randomUUID } from 'node:crypto';
import { mailTo } from '@parley/testing';
import { goodPassword, startTestUsers, type Person, type TestUsers, type UsersClient } from '../fixture/users.fixture';
import { SecurityEventEntity } from '../security-events/security-event.entity';

let users: TestUsers;
/** Of an instance that knows who moderates. */
let moderated: UsersClient;
let moderator: Person;
const client = { userAgent: 'Firefox' };
beforeAll(async () => {
  users = await startTestUsers();
  moderator = await users.person('Mo');
  moderated = await users.anotherInstance({ MODERATORS: `someone@example.org, ${moderator.email.toUpperCase()}` });
  await expect(moderated.reports({ status: 'open', limit: 1 }, moderator.as)).rejects.toMatchObject({
    code: 'forbidden',
  });
  const { token } = await mailTo(users.outbox, moderator.email, /^Confirm/);
  await users.client.confirmEmail({ token, client });
});
afterAll(() => users.close());

const login = ({ email }: Person, password = goodPassword) => users.client.login({ email, password, client });
const open = { status: 'open', limit: 50 } as const;

describe('reports', () => {
  it('are read with the message as it was, and closed once', async () => {
    const [ana, ben] = [await users.person('Ana'), await users.person('Ben')];
    const room = users.messages.room(ana.id, ben.id);
    const { seq } = room.say(ben.id, 'buy this');
    const { id } = await users.client.report({ userId: ben.id, roomId: room.id, seq, reason: 'spam' }, ana.as);
    room.say(ben.id, 'never said it', seq);
    const { items } = await moderated.reports(open, moderator.as);
    const expected = {
      ...{ id, reason: 'spam', roomId: room.id, seq, closedAt: null, closedBy: null, resolution: null },
      ...{ reporter: { displayName: 'Ana' }, user: { displayName: 'Ben' }, message: { text: 'buy this' } },
    };
    expect(items[0]).toMatchObject(expected);
    const closed = await moderated.closeReport({ reportId: id, resolution: 'Warned' }, moderator.as);
    expect(closed).toMatchObject({
      ...expected,
      closedAt: expect.any(String),
      closedBy: moderator.id,
      resolution: 'Warned',
    });
    const again = await moderated.closeReport({ reportId: id, resolution: 'Something else' }, moderator.as);
    expect(again).toEqual(closed);
    expect((await moderated.reports(open, moderator.as)).items.map((each) => each.id)).not.toContain(id);
    expect((await moderated.reports({ ...open, status: 'closed' }, moderator.as)).items[0]).toEqual(closed);
    const events = await users.db.manager.findBy(SecurityEventEntity, { subjectId: id });
    expect(events).toMatchObject([{ event: 'report_closed', actorId: moderator.id }]);
  });

  it('show what the message had said until it was reported, and that somebody has read it stays behind', async () => {
    const [ana, ben] = [await users.person('Ana'), await users.person('Ben')];
    const room = users.messages.room(ana.id, ben.id);
    const { seq } = room.say(ben.id, 'give me your address');
    room.say(ben.id, 'buy this', seq);
    const input = { userId: ben.id, roomId: room.id, seq, reason: 'harassment' };
    const { id: reportId } = await users.client.report(input, ana.as);
    room.say(ben.id, 'never said it', seq);
    const { items } = await moderated.reportedTexts({ reportId }, moderator.as);
    expect(items).toEqual([
      { text: 'give me your address', writtenAt: expect.any(String), replacedAt: expect.any(String) },
    ]);
    const events = await users.db.manager.findBy(SecurityEventEntity, { subjectId: reportId });
    expect(events).toMatchObject([{ event: 'earlier_texts_read', actorId: moderator.id }]);
    // In no list, neither theirs nor the reporter's.
    const lists = [await moderated.reports(open, moderator.as), await users.client.ownReports({ limit: 50 }, ana.as)];
    expect(JSON.stringify(lists)).toContain(reportId);
    expect(JSON.stringify(lists)).not.toContain('give me your address');
  });

  it('of a person have no earlier texts', async () => {
    const [ana, ben] = [await users.person(), await users.person()];
    const { id: reportId } = await users.client.report({ userId: ben.id, reason: 'spam' }, ana.as);
    await expect(moderated.reportedTexts({ reportId }, moderator.as)).resolves.toEqual({ items: [] });
  });

  it('are paged, each once', async () => {
    const [ana, ben] = [await users.person(), await users.person()];
    for (let n = 0; n < 5; n++) await users.client.report({ userId: ben.id, reason: `reason ${n}` }, ana.as);
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await moderated.reports(
        { ...open, limit: 2, ...(cursor !== undefined && { cursor }) },
        moderator.as,
      );
      seen.push(...page.items.filter(({ user }) => user.id === ben.id).map(({ reason }) => reason));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([4, 3, 2, 1, 0].map((n) => `reason ${n}`));
  });

  it('are not found where there is none', async () => {
    const close = moderated.closeReport({ reportId: randomUUID(), resolution: 'x' }, moderator.as);
    await expect(close).rejects.toMatchObject({ code: 'not_found' });
    const texts = moderated.reportedTexts({ reportId: randomUUID() }, moderator.as);
    await expect(texts).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a suspension', () => {
  it('ends sessions and keys and lets nobody in, until it is lifted', async () => {
    const person = await users.person();
    const key = await users.client.createApiKey({ name: 'Bot', scopes: [] }, person.as);
    const { endedIds } = await moderated.suspend({ userId: person.id }, moderator.as);
    expect(endedIds.toSorted()).toEqual([person.grant.sessionId, key.id].toSorted());
    await expect(moderated.suspend({ userId: person.id }, moderator.as)).resolves.toEqual({ endedIds: [] });
    await expect(login(person)).rejects.toMatchObject({ code: 'forbidden' });
    // Only who knows the password is told.
    await expect(login(person, 'not it')).rejects.toMatchObject({ code: 'unauthenticated' });
    const { refreshToken } = person.grant;
    await expect(users.client.refresh({ refreshToken, client })).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(users.client.createApiKey({ name: 'Late', scopes: [] }, person.as)).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    await moderated.liftSuspension({ userId: person.id }, moderator.as);
    await expect(login(person)).resolves.toBeDefined();
    const events = await users.db.manager.find(SecurityEventEntity, {
      where: { userId: person.id, actorId: moderator.id },
    });
    expect(events.map(({ event }) => event).toSorted()).toEqual(['suspended', 'suspension_lifted']);
  });

  it('leaves an account that its owner had closed for now closed, once it is lifted', async () => {
    const [person, other] = [await users.person(), await users.person()];
    const isFound = async (): Promise<boolean> =>
      (await users.client.contactable({ userIds: [person.id] }, other.as)).userIds.length === 1;
    const suspendAndLift = async (): Promise<void> => {
      await moderated.suspend({ userId: person.id }, moderator.as);
      expect(await isFound()).toBe(false);
      await moderated.liftSuspension({ userId: person.id }, moderator.as);
    };
    await users.client.deactivate({ password: goodPassword, client }, person.as);
    await suspendAndLift();
    expect(await isFound()).toBe(false);
    await login(person);
    expect(await isFound()).toBe(true);
    // What was once is not remembered for the next.
    await suspendAndLift();
    expect(await isFound()).toBe(true);
  });

  it('is not of a moderator, nor of whoever is not there', async () => {
    const suspend = (userId: string) => moderated.suspend({ userId }, moderator.as);
    await expect(suspend(moderator.id)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(suspend(randomUUID())).rejects.toMatchObject({ code: 'not_found' });
    const gone = await users.person();
    await users.client.deleteAccount({ password: goodPassword, client }, gone.as);
    await expect(suspend(gone.id)).rejects.toMatchObject({ code: 'not_found' });
  });
});

it('is closed to everybody else, whatever they ask for', async () => {
  const [ana, ben] = [await users.person(), await users.person()];
  const { id: reportId } = await users.client.report({ userId: ben.id, reason: 'spam' }, ana.as);
  const calls = [
    moderated.reports(open, ana.as),
    moderated.reportedTexts({ reportId }, ana.as),
    moderated.closeReport({ reportId, resolution: 'mine' }, ana.as),
    moderated.suspend({ userId: ben.id }, ana.as),
    moderated.liftSuspension({ userId: ben.id }, ana.as),
    // An instance that is told of no moderators has none.
    users.client.reports(open, moderator.as),
  ];
  await Promise.all(calls.map((call) => expect(call).rejects.toMatchObject({ code: 'forbidden' })));
  await expect(login(ben)).resolves.toBeDefined();
});
