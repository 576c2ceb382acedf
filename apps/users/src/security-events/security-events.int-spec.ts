import { goodPassword, startTestUsers, type TestUsers } from '../fixture/users.fixture';
import { SecurityEventEntity } from './security-event.entity';

let users: TestUsers;
beforeAll(async () => {
  users = await startTestUsers();
});
afterAll(() => users.close());

const client = { userAgent: 'Firefox', address: '203.0.113.77' };
const eventsOf = (userId: string): Promise<SecurityEventEntity[]> =>
  users.db.manager.find(SecurityEventEntity, { where: { userId }, order: { id: 'ASC' } });

it('tells what happened to an account, when, and from which network', async () => {
  const person = await users.person();
  const { email } = person;
  await users.client.login({ email, password: 'wrong', client }).catch(() => undefined);
  const phone = await users.client.login({ email, password: goodPassword, client });
  const key = await users.client.createApiKey({ name: 'Bot', scopes: [] }, person.as);
  await users.client.deleteApiKey({ keyId: key.id }, person.as);
  await users.client.deleteApiKey({ keyId: key.id }, person.as);
  await users.client.endSession({ sessionId: phone.sessionId }, person.as);
  const passwords = { currentPassword: goodPassword, newPassword: 'brass-heron-over-harbour' };
  await users.client
    .changePassword({ ...passwords, currentPassword: 'wrong', client }, person.as)
    .catch(() => undefined);
  await users.client.changePassword({ ...passwords, client }, person.as);
  await users.client.logout({}, person.as);
  await users.client.logout({}, person.as);

  const network = '203.0.113.0/24';
  expect((await eventsOf(person.id)).map(({ event, subjectId, network }) => ({ event, subjectId, network }))).toEqual([
    { event: 'registered', subjectId: null, network: null },
    { event: 'sign_in_failed', subjectId: null, network },
    { event: 'signed_in', subjectId: phone.sessionId, network },
    { event: 'api_key_created', subjectId: key.id, network: null },
    { event: 'api_key_deleted', subjectId: key.id, network: null },
    { event: 'session_ended', subjectId: phone.sessionId, network: null },
    { event: 'password_check_failed', subjectId: null, network },
    { event: 'password_changed', subjectId: person.grant.sessionId, network },
    { event: 'signed_out', subjectId: person.grant.sessionId, network: null },
  ]);
});

it('tells of the reuse of a refresh token', async () => {
  const { id, grant } = await users.person();
  const refresh = (refreshToken: string) => users.client.refresh({ refreshToken, client });
  const second = await refresh(grant.refreshToken);
  await refresh(second.refreshToken);
  await expect(refresh(grant.refreshToken)).rejects.toMatchObject({ code: 'unauthenticated' });
  expect((await eventsOf(id)).at(-1)).toMatchObject({ event: 'refresh_token_reused', subjectId: grant.sessionId });
});

it('holds neither what was typed nor a whole address', async () => {
  const email = 'nobody-at-all@example.org';
  const before = await users.db.manager.countBy(SecurityEventEntity, { event: 'sign_in_failed' });
  await users.client.login({ email, password: 'a secret that was typed', client }).catch(() => undefined);
  const all = await users.db.manager.find(SecurityEventEntity);
  expect(all.filter(({ event }) => event === 'sign_in_failed')).toHaveLength(before + 1);
  const text = JSON.stringify(all);
  for (const secret of [email, 'typed', goodPassword, '203.0.113.77', 'Firefox']) expect(text).not.toContain(secret);
});

it('tells of nothing that did not happen', async () => {
  const { email } = await users.person();
  const count = () => users.db.manager.countBy(SecurityEventEntity, { event: 'registered' });
  const before = await count();
  const again = users.client.register({ email, password: goodPassword, displayName: 'Eve', client });
  await expect(again).rejects.toMatchObject({ code: 'conflict' });
  expect(await count()).toBe(before);
});
