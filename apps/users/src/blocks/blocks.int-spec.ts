import { v7 as uuidV7 } from 'uuid';
import { startTestUsers, type Person, type TestUsers } from '../fixture/users.fixture';
import { countQueries } from '../fixture/count-queries.fixture';
import { Summaries } from '../profiles/summaries';
import { BlockReplication } from './block-replication';
import { ListBlocks } from './list-blocks';
import type { MessagesClient } from './messages-client';

let users: TestUsers;
beforeAll(async () => {
  users = await startTestUsers();
});
afterAll(() => users.close());
afterEach(() => users.messages.setBroken(false));

const pair = async (): Promise<[Person, Person]> => [await users.person('Ana'), await users.person('Ben')];
const block = (by: Person, of: Person): Promise<unknown> => users.client.block({ userId: of.id }, by.as);
const unblock = (by: Person, of: Person): Promise<unknown> => users.client.unblock({ userId: of.id }, by.as);
const blockedNames = async (by: Person): Promise<string[]> =>
  (await users.client.blocks({ limit: 100 }, by.as)).items.map(({ user }) => user.displayName);

interface Row {
  blocked: boolean;
  version: number;
  confirmed_version: number;
}
const rowOf = async (a: Person, b: Person): Promise<Row | undefined> => {
  const [low, high] = [a.id, b.id].sort();
  const [row] = await users.db.query<Row[]>('SELECT * FROM block_pairs WHERE low_id = $1 AND high_id = $2', [
    low,
    high,
  ]);
  return row;
};

describe('block', () => {
  it('has reached the messages service when it answers', async () => {
    const [ana, ben] = await pair();
    await block(ana, ben);
    expect(users.messages.blocked(ana.id, ben.id)).toBe(true);
    await unblock(ana, ben);
    expect(users.messages.blocked(ana.id, ben.id)).toBe(false);
  });

  it('is shown to the one who put it, and to nobody else', async () => {
    const [ana, ben] = await pair();
    await block(ana, ben);
    await expect(blockedNames(ana)).resolves.toEqual(['Ben']);
    await expect(blockedNames(ben)).resolves.toEqual([]);
  });

  it('holds as long as either of the two blocks the other', async () => {
    const [ana, ben] = await pair();
    await Promise.all([block(ana, ben), block(ben, ana)]);
    await unblock(ana, ben);
    await expect(rowOf(ana, ben)).resolves.toMatchObject({ blocked: true });
    expect(users.messages.blocked(ana.id, ben.id)).toBe(true);
    await expect(blockedNames(ben)).resolves.toEqual(['Ana']);
    await unblock(ben, ana);
    expect(users.messages.blocked(ana.id, ben.id)).toBe(false);
  });

  it('changes nothing when repeated', async () => {
    const [ana, ben] = await pair();
    await unblock(ana, ben);
    await expect(rowOf(ana, ben)).resolves.toBeUndefined();
    await block(ana, ben);
    const [first] = (await users.client.blocks({ limit: 1 }, ana.as)).items;
    await block(ana, ben);
    await expect(rowOf(ana, ben)).resolves.toMatchObject({ version: 1, confirmed_version: 1 });
    await expect(users.client.blocks({ limit: 1 }, ana.as)).resolves.toMatchObject({ items: [first] });
  });

  it('ends in what the database says, however many come at once from both sides', async () => {
    const [ana, ben] = await pair();
    const storm = Array.from({ length: 12 }, (_, index) =>
      index % 3 === 0 ? unblock(ana, ben) : index % 3 === 1 ? block(ana, ben) : block(ben, ana),
    );
    await Promise.all(storm);
    const row = await rowOf(ana, ben);
    expect(row?.confirmed_version).toBe(row?.version);
    expect(users.messages.blocked(ana.id, ben.id)).toBe(row?.blocked);
  });

  it('refuses oneself and finds nobody who is not there', async () => {
    const ana = await users.person();
    const nobody = { userId: uuidV7() };
    await expect(block(ana, ana)).rejects.toMatchObject({ code: 'validation_failed', errors: [{ path: 'userId' }] });
    await expect(unblock(ana, ana)).rejects.toMatchObject({ code: 'validation_failed' });
    await expect(users.client.block(nobody, ana.as)).rejects.toMatchObject({ code: 'not_found' });
    await expect(users.client.unblock(nobody, ana.as)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('stands though the messages service cannot be told, which is sent it later', async () => {
    const [ana, ben] = await pair();
    users.messages.setBroken(true);
    await expect(block(ana, ben)).rejects.toMatchObject({ code: 'unavailable' });
    await expect(blockedNames(ana)).resolves.toEqual(['Ben']);
    await expect(rowOf(ana, ben)).resolves.toMatchObject({ blocked: true, version: 1, confirmed_version: 0 });
    expect(users.messages.blocked(ana.id, ben.id)).toBeUndefined();

    users.messages.setBroken(false);
    while ((await rowOf(ana, ben))?.confirmed_version !== 1) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(users.messages.blocked(ana.id, ben.id)).toBe(true);
  });

  it('of all others reaches the messages service though one can never be told', async () => {
    users.messages.setBroken(true);
    const [ana, ...others] = [await users.person(), await users.person(), await users.person(), await users.person()];
    for (const other of others) await block(ana, other).catch(() => undefined);
    const [stuck, ...after] = others.map(({ id }) => id);
    const told: string[] = [];
    const setBlock = ({ userIds: [, high] }: { userIds: [string, string] }) => {
      if (high === stuck) return Promise.reject(new Error('It cannot be told.'));
      told.push(high);
      return Promise.resolve({});
    };
    const replication = new BlockReplication(users.db, { setBlock } as unknown as MessagesClient);
    const signal = new AbortController().signal;
    await expect(replication.resend(signal)).rejects.toThrow('cannot be told');
    await replication.resend(signal);
    expect(told).toEqual(after);
    // Round again, to the one that is left, in every run.
    await expect(replication.resend(signal)).rejects.toThrow('cannot be told');
    await expect(replication.resend(signal)).rejects.toThrow('cannot be told');
  });
});

describe('blocks', () => {
  it('pages the latest first, also those of one moment', async () => {
    const ana = await users.person('Ana');
    const others: Person[] = [];
    for (let index = 0; index < 7; index++) others.push(await users.person(`Other ${index}`));
    await Promise.all(others.map((other) => block(ana, other)));
    const all = await blockedNames(ana);
    expect(all.toSorted()).toEqual(others.map((_, index) => `Other ${index}`));
    for (const limit of [1, 3]) {
      const paged: string[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page = await users.client.blocks({ limit, ...(cursor === undefined ? {} : { cursor }) }, ana.as);
        paged.push(...page.items.map(({ user }) => user.displayName));
        cursor = page.nextCursor;
      }
      expect(paged).toEqual(all);
    }
    await expect(users.client.blocks({ limit: 1, cursor: 'x' }, ana.as)).rejects.toMatchObject({
      code: 'validation_failed',
    });
    const list = new ListBlocks(users.db, new Summaries(users.db));
    await expect(countQueries(users.db, () => list.run({ limit: 100 }, ana.id))).resolves.toBe(2);
  });
});

describe('contactable', () => {
  it('answers who exists and is not divided by a block, either way', async () => {
    const [ana, ben] = await pair();
    const [blocked, blocking] = await pair();
    await block(ana, blocked);
    await block(blocking, ana);
    const userIds = [ana.id, ben.id, blocked.id, blocking.id, uuidV7()];
    const answer = await users.client.contactable({ userIds }, ana.as);
    expect(answer.userIds.toSorted()).toEqual([ana.id, ben.id].toSorted());
    await expect(users.client.contactable({ userIds: [] }, ana.as)).resolves.toEqual({ userIds: [] });
  });
});
