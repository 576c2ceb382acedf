import { setTimeout as sleep } from 'node:timers/promises';
import { startTestUsers, type TestUsers } from '../fixture/users.fixture';
import { endSessions } from './end-session';
import { Revocations } from './revocations';

let users: TestUsers;
beforeAll(async () => {
  users = await startTestUsers();
});
afterAll(() => users.close());

/** All endings after a cursor, page by page, and the cursor for the next time. */
async function endingsAfter(cursor?: string): Promise<{ ids: string[]; cursor: string }> {
  const ids: string[] = [];
  for (let next = cursor; ;) {
    const page = await users.client.revocations(next === undefined ? {} : { cursor: next });
    ids.push(...page.items.map(({ sessionId }) => sessionId));
    next = page.cursor;
    if (!page.hasMore) return { ids, cursor: page.cursor };
  }
}

/** So many live sessions of one member, made without hashing passwords. */
async function manySessions(count: number): Promise<string[]> {
  const { id } = await users.person();
  const rows = await users.db.query<{ id: string }[]>(
    `INSERT INTO sessions (id, user_id, kind, user_agent, created_at, last_seen_at, expires_at)
     SELECT gen_random_uuid(), $1, 'token', '', now(), now(), now() + interval '1 day' FROM generate_series(1, $2)
     RETURNING id`,
    [id, count],
  );
  return rows.map((row) => row.id);
}

describe('revocations', () => {
  it('tells of each ending once, in its order', async () => {
    const start = await endingsAfter();
    const [first, second] = [await users.person(), await users.person()];
    await users.client.logout({}, first.as);
    await users.client.logout({}, second.as);
    await users.client.logout({}, second.as);
    const told = await endingsAfter(start.cursor);
    expect(told.ids).toEqual([first.grant.sessionId, second.grant.sessionId]);
    await expect(endingsAfter(told.cursor)).resolves.toEqual({ ids: [], cursor: told.cursor });
  });

  it('never skips an ending that commits after a later one began', async () => {
    const { cursor: start } = await endingsAfter();
    const [late, early] = await manySessions(2);
    const runner = users.db.createQueryRunner();
    await runner.startTransaction();
    await endSessions(runner.manager, [late ?? ''], 'ended');
    // The second ending has to wait for the first: nobody can see it before.
    const second = users.db.transaction((manager) => endSessions(manager, [early ?? ''], 'ended'));
    await sleep(100);
    const meanwhile = await endingsAfter(start);
    await runner.commitTransaction();
    await runner.release();
    await second;
    const afterwards = await endingsAfter(meanwhile.cursor);
    expect([...meanwhile.ids, ...afterwards.ids]).toEqual([late, early]);
  });

  it('loses none and doubles none while many end at once', async () => {
    const sessions = await manySessions(120);
    let { cursor } = await endingsAfter();
    const heard: string[] = [];
    const chunks = Array.from({ length: 30 }, (_, index) => sessions.slice(index * 4, index * 4 + 4));
    let ended = false;
    const ending = Promise.all(
      chunks.map((chunk) => users.db.transaction((manager) => endSessions(manager, chunk, 'ended'))),
    ).then(() => {
      ended = true;
    });
    for (let last = false; !last;) {
      last = ended;
      const told = await endingsAfter(cursor);
      heard.push(...told.ids);
      cursor = told.cursor;
    }
    await ending;
    expect(heard.toSorted()).toEqual(sessions.toSorted());
  });

  it('pages through more than one page holds', async () => {
    const { cursor } = await endingsAfter();
    const sessions = await manySessions(1_100);
    await users.db.transaction((manager) => endSessions(manager, sessions, 'ended'));
    const first = await new Revocations(users.db).run({ cursor });
    expect(first).toMatchObject({ items: { length: 500 }, hasMore: true });
    expect(new Set((await endingsAfter(cursor)).ids)).toEqual(new Set(sessions));
  });

  it('forgets an ending when no access token of it can live', async () => {
    const person = await users.person();
    await users.client.logout({}, person.as);
    await users.db.query(`UPDATE sessions SET ended_at = now() - interval '62 minutes' WHERE id = $1`, [
      person.grant.sessionId,
    ]);
    expect((await endingsAfter()).ids).not.toContain(person.grant.sessionId);
  });

  it('begins anew after a cursor of a database that was set back, and refuses nonsense', async () => {
    const all = await endingsAfter();
    await expect(endingsAfter('999999999')).resolves.toEqual(all);
    for (const cursor of ['', '-1', '1e3', 'x', '9'.repeat(20)]) {
      await expect(users.client.revocations({ cursor })).rejects.toMatchObject({ code: 'validation_failed' });
    }
  });
});
