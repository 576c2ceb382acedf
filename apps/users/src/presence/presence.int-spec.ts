import { v7 as uuidV7 } from 'uuid';
import { startTestUsers, type Person, type TestUsers } from '../fixture/users.fixture';

let users: TestUsers;
beforeAll(async () => {
  users = await startTestUsers();
});
afterAll(() => users.close());

const factsOf = async (...people: Person[]) =>
  (await users.client.presenceFacts({ userIds: people.map(({ id }) => id) })).users;
const EARLIER = '2026-01-01T10:00:00.000Z';
const LATER = '2026-01-01T10:00:00.001Z';

it('the latest time at which somebody was seen stands, in whatever order it is told, and twice in one call', async () => {
  const ana = await users.person('Ana');
  expect(await factsOf(ana)).toEqual([{ userId: ana.id, showPresence: true, lastSeenAt: null }]);
  const note = (...times: string[]) => users.client.noteSeen({ seen: times.map((at) => ({ userId: ana.id, at })) });
  await note(EARLIER);
  expect(await factsOf(ana)).toMatchObject([{ lastSeenAt: EARLIER }]);
  await note(LATER, EARLIER);
  await note(EARLIER);
  expect(await factsOf(ana)).toMatchObject([{ lastSeenAt: LATER }]);
});

it('who hides their presence has no time, and has it again once they show it', async () => {
  const ana = await users.person('Ana');
  await users.client.noteSeen({ seen: [{ userId: ana.id, at: LATER }] });
  await users.client.updateMe({ privacy: { showPresence: false } }, ana.as);
  expect(await factsOf(ana)).toEqual([{ userId: ana.id, showPresence: false, lastSeenAt: null }]);
  await users.client.updateMe({ privacy: { showPresence: true } }, ana.as);
  expect(await factsOf(ana)).toEqual([{ userId: ana.id, showPresence: true, lastSeenAt: LATER }]);
});

it('ids of nobody are left out, and spoil nothing for the others', async () => {
  const ana = await users.person('Ana');
  const nobody = uuidV7();
  await users.client.noteSeen({ seen: [nobody, ana.id].map((userId) => ({ userId, at: LATER })) });
  const { users: found } = await users.client.presenceFacts({ userIds: [nobody, ana.id] });
  expect(found).toEqual([{ userId: ana.id, showPresence: true, lastSeenAt: LATER }]);
});
