import { limits, type CreateApiKeyInput, type NewApiKey } from '@parley/contracts';
import { eventually } from '@parley/testing';
import { startTestUsers, type Person, type TestUsers } from '../fixture/users.fixture';
import { ApiKeyUse } from './api-key-use';

let users: TestUsers;
beforeAll(async () => {
  users = await startTestUsers();
});
afterAll(() => users.close());

const aKey = (person: Person, input: Partial<CreateApiKeyInput> = {}): Promise<NewApiKey> =>
  users.client.createApiKey({ name: 'Bot', scopes: ['rooms:read'], ...input }, person.as);
const refused = { code: 'unauthenticated' };

describe('createApiKey', () => {
  it('answers a key that is good for its owner and its scopes', async () => {
    const person = await users.person();
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const made = await aKey(person, { name: ' My  bot ', scopes: ['rooms:read', 'messages:read'], expiresAt });
    expect(made).toMatchObject({ name: 'My bot', scopes: ['rooms:read', 'messages:read'], expiresAt });
    await expect(users.client.verifyApiKey({ key: made.key })).resolves.toEqual({
      ...{ keyId: made.id, userId: person.id, expiresAt, scopes: ['rooms:read', 'messages:read'] },
    });
  });

  it('stores no key, only its hash', async () => {
    const { id, key } = await aKey(await users.person());
    const [row] = await users.db.query<{ hash: Buffer }[]>('SELECT * FROM api_keys WHERE id = $1', [id]);
    expect(row?.hash).toHaveLength(32);
    expect(JSON.stringify(row)).not.toContain(key.slice(-43));
  });

  it('refuses an end that is not to come', async () => {
    const person = await users.person();
    await expect(aKey(person, { expiresAt: new Date(Date.now() - 1).toISOString() })).rejects.toMatchObject({
      code: 'validation_failed',
      errors: [{ path: 'expiresAt' }],
    });
  });

  it('makes no more than an account may have, also of those made at once; a deleted one makes room', async () => {
    const person = await users.person();
    for (let count = 0; count < limits.apiKeysPerAccount - 3; count++) await aKey(person);
    // As many as the pool has connections at most: that others have to wait is another matter.
    const made = await Promise.allSettled(Array.from({ length: 8 }, () => aKey(person)));
    const { items } = await users.client.listApiKeys({}, person.as);
    expect(items).toHaveLength(limits.apiKeysPerAccount);
    const failures = made.filter((result) => result.status === 'rejected');
    expect(failures).toHaveLength(5);
    for (const { reason } of failures) expect(reason).toMatchObject({ code: 'conflict' });
    await users.client.deleteApiKey({ keyId: items[0]?.id ?? '' }, person.as);
    await expect(aKey(person)).resolves.toMatchObject({ name: 'Bot' });
  });
});

describe('createApiKey with an Idempotency-Key', () => {
  const input = { name: 'Bot', scopes: ['rooms:read'] as const, idempotencyKey: 'made-by-a-client' };
  const make = (person: Person, different: { name?: string; idempotencyKey?: string } = {}) =>
    users.client.createApiKey({ ...input, scopes: [...input.scopes], ...different }, person.as);

  it('makes one key, which a repeat is told as well, and nobody else', async () => {
    const [person, other] = [await users.person(), await users.person()];
    const made = await make(person);
    expect(await make(person)).toEqual(made);
    expect((await make(other)).key).not.toBe(made.key);
    expect((await make(person, { idempotencyKey: 'another' })).key).not.toBe(made.key);
    const { items } = await users.client.listApiKeys({}, person.as);
    expect(items).toHaveLength(2);
  });

  it('is a conflict with another body; of many at once all that are answered are told the same', async () => {
    const person = await users.person();
    const ends = await Promise.allSettled(Array.from({ length: 6 }, () => make(person)));
    const told = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value.key] : []));
    expect(new Set(told).size).toBe(1);
    for (const end of ends) if (end.status === 'rejected') expect(end.reason).toMatchObject({ code: 'conflict' });
    await expect(make(person, { name: 'Other' })).rejects.toMatchObject({ code: 'conflict' });
    expect((await users.client.listApiKeys({}, person.as)).items).toHaveLength(1);
  });

  it('lets neither the key nor the Idempotency-Key be read from the database, and forgets both after a day', async () => {
    const person = await users.person();
    const { key } = await make(person);
    const rows = await users.db.query<Record<string, unknown>[]>('SELECT * FROM api_key_requests WHERE user_id = $1', [
      person.id,
    ]);
    expect(rows).toHaveLength(1);
    const stored = Object.values(rows[0] ?? {}).map((value) =>
      Buffer.isBuffer(value) ? value.toString('latin1') : String(value),
    );
    for (const secret of [key.slice(-43), input.idempotencyKey]) expect(stored.join()).not.toContain(secret);
    await users.db.query(`UPDATE api_key_requests SET created_at = created_at - interval '1 day' WHERE user_id = $1`, [
      person.id,
    ]);
    expect((await make(person)).key).not.toBe(key);
  });
});

describe('listApiKeys', () => {
  it("lists one's own, newest first, without the key", async () => {
    const [person, other] = [await users.person(), await users.person()];
    const [first, second] = [await aKey(person), await aKey(person, { name: 'Second' })];
    await aKey(other);
    const { items } = await users.client.listApiKeys({}, person.as);
    expect(items.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(items[0]).toEqual({
      ...{ id: second.id, name: 'Second', scopes: ['rooms:read'], expiresAt: null, lastUsedAt: null },
      createdAt: expect.any(String),
    });
  });

  it('tells when one was last used', async () => {
    const person = await users.person();
    const { key } = await aKey(person);
    await users.client.verifyApiKey({ key });
    await eventually(async () => {
      const { items } = await users.client.listApiKeys({}, person.as);
      expect(items[0]?.lastUsedAt).toEqual(expect.any(String));
    });
  });

  it('writes that down once a minute at most, over all instances', async () => {
    const person = await users.person();
    const { id } = await aKey(person);
    const lastUsedAt = async () => (await users.client.listApiKeys({}, person.as)).items[0]?.lastUsedAt ?? '';
    const aMinuteAgo = () =>
      users.db.query(`UPDATE api_keys SET last_used_at = last_used_at - interval '61 seconds' WHERE id = $1`, [id]);
    const [one, another] = [new ApiKeyUse(users.db), new ApiKeyUse(users.db)];
    await one.note(id);
    const first = await lastUsedAt();
    await another.note(id);
    expect(await lastUsedAt()).toBe(first);
    await aMinuteAgo();
    // These two have looked at it less than a minute ago.
    await Promise.all([one.note(id), another.note(id)]);
    expect((await lastUsedAt()) < first).toBe(true);
    await new ApiKeyUse(users.db).note(id);
    expect((await lastUsedAt()) >= first).toBe(true);
  });
});

describe('a key is refused', () => {
  it('that is unknown, altered, or of a deleted account', async () => {
    const person = await users.person();
    const { key } = await aKey(person);
    const altered = key.slice(0, -1) + (key.endsWith('A') ? 'B' : 'A');
    for (const wrong of [`parley_${'A'.repeat(65)}`, altered]) {
      await expect(users.client.verifyApiKey({ key: wrong })).rejects.toMatchObject(refused);
    }
    await users.db.query('DELETE FROM accounts WHERE id = $1', [person.id]);
    await expect(users.client.verifyApiKey({ key })).rejects.toMatchObject(refused);
  });

  it('that has expired; it is listed all the same', async () => {
    const person = await users.person();
    const { id, key } = await aKey(person);
    await users.db.query(`UPDATE api_keys SET expires_at = now() - interval '1 second' WHERE id = $1`, [id]);
    await expect(users.client.verifyApiKey({ key })).rejects.toMatchObject(refused);
    expect((await users.client.listApiKeys({}, person.as)).items).toMatchObject([{ id }]);
  });

  it('that was deleted: which takes its place in the feed of what has ended, once', async () => {
    const person = await users.person();
    const { id, key } = await aKey(person);
    const { cursor } = await users.client.revocations({});
    await users.client.logout({}, (await users.person()).as);
    await users.client.deleteApiKey({ keyId: id }, person.as);
    await users.client.deleteApiKey({ keyId: id }, person.as);
    await users.client.logout({}, (await users.person()).as);
    await expect(users.client.verifyApiKey({ key })).rejects.toMatchObject(refused);
    expect((await users.client.listApiKeys({}, person.as)).items).toEqual([]);
    const { items } = await users.client.revocations({ cursor });
    expect(items).toEqual([
      { sessionId: expect.any(String), reason: 'logged_out' },
      { sessionId: id, reason: 'key_deleted' },
      { sessionId: expect.any(String), reason: 'logged_out' },
    ]);
  });
});

it("deleting another's key, or one that there is not, is not found", async () => {
  const [person, other] = [await users.person(), await users.person()];
  const { id, key } = await aKey(other);
  for (const keyId of [id, person.id]) {
    await expect(users.client.deleteApiKey({ keyId }, person.as)).rejects.toMatchObject({ code: 'not_found' });
  }
  await expect(users.client.verifyApiKey({ key })).resolves.toMatchObject({ userId: other.id });
});
