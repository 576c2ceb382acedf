import { startTestUsers, testSettings, type TestUsers } from '../fixture/users.fixture';
import { SweepSessions } from './sweep-sessions';

let users: TestUsers;
beforeAll(async () => {
  users = await startTestUsers();
});
afterAll(() => users.close());

const settings = testSettings();

describe('SweepSessions', () => {
  it('removes long ended and expired sessions and old tokens, and nothing else', async () => {
    const { id } = await users.person();
    await users.db.query(
      `INSERT INTO sessions (id, user_id, kind, user_agent, created_at, last_seen_at, expires_at, ended_at, end_reason, end_number)
       SELECT gen_random_uuid(), $1, 'token', label, now(), now(), now() + expires::interval, now() + ended::interval,
         CASE WHEN ended IS NOT NULL THEN 'ended' END, number
       FROM (VALUES ('live', '1 day', NULL, NULL), ('ended just now', '1 day', '-2 hours', 1),
         ('ended long ago', '1 day', '-2 days', 2), ('expired just now', '-2 hours', NULL, NULL),
         ('expired long ago', '-2 days', NULL, NULL)) AS wanted (label, expires, ended, number)`,
      [id],
    );
    await users.db.query(
      `INSERT INTO refresh_tokens (hash, session_id, created_at, replaced_at)
       SELECT sha256(days::text::bytea), sessions.id, now(), now() - make_interval(days => days)
       FROM sessions, unnest(ARRAY[1, 29, 31]) AS days WHERE user_agent = 'live'`,
    );
    await new SweepSessions(users.db, settings).run(new AbortController().signal);
    const left = await users.db.query<{ label: string }[]>(
      'SELECT user_agent AS label FROM sessions WHERE user_id = $1 ORDER BY label',
      [id],
    );
    expect(left.map(({ label }) => label)).toEqual(['ended just now', 'expired just now', 'live', 'test']);
    const [tokens] = await users.db.query<{ count: number }[]>(
      'SELECT count(*) FROM refresh_tokens WHERE replaced_at IS NOT NULL',
    );
    expect(tokens?.count).toBe(2);
  });

  it('goes on until nothing is left', async () => {
    const { id } = await users.person();
    await users.db.query(
      `INSERT INTO sessions (id, user_id, kind, user_agent, created_at, last_seen_at, expires_at)
       SELECT gen_random_uuid(), $1, 'token', '', now(), now(), now() - interval '3 days' FROM generate_series(1, 2500)`,
      [id],
    );
    await new SweepSessions(users.db, settings).run(new AbortController().signal);
    await expect(users.db.query('SELECT FROM sessions WHERE user_id = $1', [id])).resolves.toHaveLength(1);
  });

  it('keeps what happened to accounts for half a year', async () => {
    const { id } = await users.person();
    await users.db.query(
      `INSERT INTO security_events (id, at, event, user_id)
       SELECT gen_random_uuid(), now() - make_interval(days => days), 'signed_in', $1 FROM unnest(ARRAY[1, 179, 181]) AS days`,
      [id],
    );
    await new SweepSessions(users.db, settings).run(new AbortController().signal);
    await expect(
      users.db.query(`SELECT FROM security_events WHERE user_id = $1 AND event = 'signed_in'`, [id]),
    ).resolves.toHaveLength(2);
  });
});
