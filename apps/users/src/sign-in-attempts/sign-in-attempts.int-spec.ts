import { goodPassword, startTestUsers, type TestUsers, type UsersClient } from '../fixture/users.fixture';

const TRIES = 4;
const HOME = '203.0.113.7';
const ELSEWHERE = ['198.51.100.1', '192.0.2.44', '2001:db8:1::1'];

let users: TestUsers;
let strict: UsersClient;
beforeAll(async () => {
  users = await startTestUsers();
  strict = await users.anotherInstance({ SIGN_IN_TRIES_PER_ACCOUNT: String(TRIES) });
});
afterAll(() => users.close());

let made = 0;
/** Somebody who opened their account at home. */
async function somebody(): Promise<string> {
  const email = `sprayed-${++made}@example.org`;
  const client = { userAgent: 'test', address: HOME };
  await strict.register({ email, password: goodPassword, displayName: 'Ana', client });
  return email;
}

/** How a login ends: `in`, or the code of the error. */
const login = (email: string, password: string, address: string): Promise<string> =>
  strict.login({ email, password, client: { userAgent: 'test', address } }).then(
    () => 'in',
    ({ code }: { code: string }) => code,
  );
const elsewhere = (index: number): string => ELSEWHERE[index % ELSEWHERE.length] ?? '';

it('S41: whoever sprays an account from many places is held back, and its owner at home is not', async () => {
  const email = await somebody();
  for (let i = 0; i < TRIES; i++) expect(await login(email, 'a guess', elsewhere(i))).toBe('unauthenticated');
  for (const address of ELSEWHERE) {
    expect(await login(email, 'a guess', address)).toBe('rate_limited');
    // The right one too: else it would tell whoever guesses.
    expect(await login(email, goodPassword, address)).toBe('rate_limited');
  }
  expect(await login(email, 'a slip', HOME)).toBe('unauthenticated');
  expect(await login(email, goodPassword, HOME)).toBe('in');
});

it('S41: no more than the budget get to the password, however many come at once', async () => {
  const email = await somebody();
  const ends = await Promise.all(Array.from({ length: 5 * TRIES }, (_, i) => login(email, 'a guess', elsewhere(i))));
  expect(ends.filter((end) => end === 'unauthenticated')).toHaveLength(TRIES);
  expect(ends.filter((end) => end === 'rate_limited')).toHaveLength(4 * TRIES);
});

it('S41, S42: an address without an account is held back alike, and says so alike', async () => {
  const [known, unknown] = [await somebody(), 'nobody-at-all@example.org'];
  const told = async (email: string): Promise<unknown> => {
    for (let i = 0; i < TRIES; i++) await login(email, 'a guess', elsewhere(i));
    return strict.login({ email, password: 'a guess', client: { userAgent: 'test', address: elsewhere(0) } }).then(
      () => 'in',
      (error: { toWire(): object }) => ({ ...error.toWire(), retryAfterMs: undefined }),
    );
  };
  const refusal = await told(known);
  expect(refusal).toMatchObject({ code: 'rate_limited' });
  expect(await told(unknown)).toEqual(refusal);
});

it('a home that was guessed at from its own network has a budget too, which is full again with the right password', async () => {
  const email = await somebody();
  for (let i = 0; i < TRIES - 1; i++) expect(await login(email, 'a slip', HOME)).toBe('unauthenticated');
  expect(await login(email, goodPassword, HOME)).toBe('in');
  for (let i = 0; i < TRIES; i++) expect(await login(email, 'a slip', HOME)).toBe('unauthenticated');
  expect(await login(email, goodPassword, HOME)).toBe('rate_limited');
  await expect(
    strict.login({ email, password: goodPassword, client: { userAgent: 'test', address: HOME } }),
  ).rejects.toMatchObject({ retryAfterMs: expect.any(Number) });
});

it('a place from which somebody signed in is one that the account knows', async () => {
  const email = await somebody();
  const abroad = '198.18.0.1';
  expect(await login(email, goodPassword, abroad)).toBe('in');
  for (let i = 0; i < TRIES; i++) await login(email, 'a guess', elsewhere(i));
  expect(await login(email, goodPassword, elsewhere(0))).toBe('rate_limited');
  expect(await login(email, goodPassword, abroad)).toBe('in');
});

it('an account that was tried ten thousand times is asked for no longer than any other', async () => {
  const email = await somebody();
  const [{ id } = { id: '' }] = await users.db.query<{ id: string }[]>('SELECT id FROM accounts WHERE email = $1', [
    email,
  ]);
  await users.db.query(
    `INSERT INTO security_events (id, at, event, user_id, network)
     SELECT gen_random_uuid(), now(), 'sign_in_failed', $1, '198.51.100.0/24' FROM generate_series(1, 10000)`,
    [id],
  );
  await users.db.query('ANALYZE security_events');
  const read = await users.db.transaction(async (manager) => {
    await manager.query(
      `SELECT take_sign_in(gen_random_uuid(), sha256('x'), $1, '198.51.100.0/24', 20, interval '15 minutes')`,
      [id],
    );
    const [{ rows } = { rows: NaN }] = await manager.query<{ rows: number }[]>(
      `SELECT (seq_tup_read + idx_tup_fetch)::int AS rows FROM pg_stat_xact_user_tables WHERE relname = 'security_events'`,
    );
    return rows;
  });
  expect(read).toBeLessThan(10);
});

it('no attempt counts for longer than a quarter of an hour, and no address stands in the table', async () => {
  const email = await somebody();
  for (let i = 0; i < TRIES; i++) await login(email, 'a guess', elsewhere(i));
  const rows = await users.db.query<object[]>('SELECT encode(account, $1) AS account, network FROM sign_in_attempts', [
    'escape',
  ]);
  expect(JSON.stringify(rows)).not.toContain('sprayed');
  await users.db.query(`UPDATE sign_in_attempts SET at = at - interval '15 minutes'`);
  expect(await login(email, goodPassword, elsewhere(0))).toBe('in');
});
