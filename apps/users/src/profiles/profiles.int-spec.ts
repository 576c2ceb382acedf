import { eventually } from '@parley/testing';
import { v7 as uuidV7 } from 'uuid';
import type { MessagesClient } from '../blocks/messages-client';
import { startTestUsers, type TestUsers } from '../fixture/users.fixture';
import { PrivacyReplication } from './privacy-replication';

let users: TestUsers;
beforeAll(async () => {
  users = await startTestUsers();
});
afterAll(() => users.close());
afterEach(() => users.messages.setBroken(false));

const notFound = { code: 'not_found' };

describe('updateMe', () => {
  it('changes what is given and answers the whole profile', async () => {
    const person = await users.person('Ana');
    const changed = await users.client.updateMe(
      {
        ...{ headline: 'Teaches Spanish', bio: 'Hola.', location: 'Sevilla', timezone: 'Europe/Madrid' },
        ...{ languages: ['ES', 'en-gb', 'es'], avatarUrl: 'https://example.org/ana.png' },
      },
      person.as,
    );
    expect(changed).toEqual({
      ...person.grant.user,
      ...{ headline: 'Teaches Spanish', bio: 'Hola.', location: 'Sevilla', timezone: 'Europe/Madrid' },
      ...{ languages: ['es', 'en-GB'], avatarUrl: 'https://example.org/ana.png' },
    });
    await expect(users.client.me({}, person.as)).resolves.toEqual(changed);

    const cleared = await users.client.updateMe({ timezone: null, avatarUrl: null, bio: '' }, person.as);
    expect(cleared).toEqual({ ...changed, timezone: null, avatarUrl: null, bio: '' });
  });

  it('keeps the address of a picture escaped', async () => {
    const person = await users.person();
    const { avatarUrl } = await users.client.updateMe({ avatarUrl: 'https://a.example/ana "1".png' }, person.as);
    expect(avatarUrl).toBe('https://a.example/ana%20%221%22.png');
  });

  it('changes nothing when nothing is given', async () => {
    const person = await users.person();
    await expect(users.client.updateMe({}, person.as)).resolves.toEqual(person.grant.user);
  });

  it('changes one switch of privacy and leaves the others; all are on at first', async () => {
    const person = await users.person();
    expect(person.grant.user.privacy).toEqual({ showPresence: true, sendReadReceipts: true, sendTyping: true });
    const { privacy } = await users.client.updateMe({ privacy: { sendReadReceipts: false } }, person.as);
    expect(privacy).toEqual({ showPresence: true, sendReadReceipts: false, sendTyping: true });
    await users.client.updateMe({ privacy: { showPresence: false, sendReadReceipts: true } }, person.as);
    const own = await users.client.me({}, person.as);
    expect(own.privacy).toEqual({ showPresence: false, sendReadReceipts: true, sendTyping: true });
  });

  it('tells the messages service of the switches, later where it was away', async () => {
    const person = await users.person();
    await users.client.updateMe({ headline: 'No switch' }, person.as);
    expect(users.messages.privacyOf(person.id)).toBeUndefined();
    await users.client.updateMe({ privacy: { sendTyping: false } }, person.as);
    expect(users.messages.privacyOf(person.id)).toMatchObject({ sendReadReceipts: true, sendTyping: false });
    users.messages.setBroken(true);
    const failed = users.client.updateMe({ privacy: { sendReadReceipts: false } }, person.as);
    await expect(failed).rejects.toMatchObject({ code: 'unavailable' });
    users.messages.setBroken(false);
    const told = () =>
      expect(users.messages.privacyOf(person.id)).toMatchObject({ sendReadReceipts: false, version: 2 });
    await eventually(told);
  });

  it('tells of the switches of all others though one member’s can never be told', async () => {
    users.messages.setBroken(true);
    const people = [await users.person(), await users.person(), await users.person()];
    for (const { as } of people)
      await users.client.updateMe({ privacy: { sendTyping: false } }, as).catch(() => undefined);
    const [stuck, ...others] = people.map(({ id }) => id);
    const told: string[] = [];
    const setPrivacy = ({ userId }: { userId: string }) => {
      if (userId === stuck) return Promise.reject(new Error('It cannot be told.'));
      told.push(userId);
      return Promise.resolve({});
    };
    const replication = new PrivacyReplication(users.db, { setPrivacy } as unknown as MessagesClient);
    const signal = new AbortController().signal;
    await expect(replication.resend(signal)).rejects.toThrow('cannot be told');
    await replication.resend(signal);
    expect(told).toEqual(expect.arrayContaining(others));
    // Round again, to the one that is left, in every run.
    await expect(replication.resend(signal)).rejects.toThrow('cannot be told');
    await expect(replication.resend(signal)).rejects.toThrow('cannot be told');
  });

  it('S16: refuses fields that are not the member’s to set, and values that cannot be', async () => {
    const person = await users.person();
    for (const patch of [
      { email: 'x@example.org' },
      { id: uuidV7() },
      { createdAt: 'now' },
      { headline: 'x'.repeat(121) },
      ...['javascript:alert(1)', 'https://a.example/\u0000', 'https://a.example/\ud800', '//a.example'].map(
        (avatarUrl) => ({
          avatarUrl,
        }),
      ),
    ]) {
      await expect(users.client.updateMe(patch, person.as)).rejects.toMatchObject({ code: 'validation_failed' });
    }
  });

  it('moves a member in the search when their name changes', async () => {
    const [person, other] = [await users.person('Quentin'), await users.person()];
    await users.client.updateMe({ displayName: 'Ørjan' }, person.as);
    const found = async (query: string): Promise<string[]> =>
      (await users.client.search({ query, limit: 10 }, other.as)).items.map(({ id }) => id);
    await expect(found('quentin')).resolves.toEqual([]);
    await expect(found('ørjan')).resolves.toEqual([person.id]);
  });
});

describe('profile', () => {
  it('shows others neither the address nor anything of the account', async () => {
    const [person, other] = [await users.person('Ana'), await users.person()];
    const { email, privacy: _, ...rest } = person.grant.user;
    const asking = users.client.profile({ userId: person.id }, other.as);
    await expect(asking).resolves.toEqual(rest);
    const shown = await asking;
    expect(JSON.stringify(shown)).not.toContain(email);
  });

  it('finds nobody who is not there', async () => {
    const person = await users.person();
    await expect(users.client.profile({ userId: uuidV7() }, person.as)).rejects.toMatchObject(notFound);
  });

  it('finds nobody across a block, either way', async () => {
    const [person, other] = [await users.person(), await users.person()];
    await users.client.block({ userId: other.id }, person.as);
    await expect(users.client.profile({ userId: other.id }, person.as)).rejects.toMatchObject(notFound);
    await expect(users.client.profile({ userId: person.id }, other.as)).rejects.toMatchObject(notFound);
  });
});

describe('me', () => {
  it('is nobody once the account is gone', async () => {
    const person = await users.person();
    await users.db.query('DELETE FROM accounts WHERE id = $1', [person.id]);
    await expect(users.client.me({}, person.as)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(users.client.updateMe({ bio: 'x' }, person.as)).rejects.toMatchObject({ code: 'unauthenticated' });
    const skills = { teaches: [], learns: [] };
    await expect(users.client.setSkills(skills, person.as)).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});

describe('summaries', () => {
  it('answers names and faces, each once, and leaves out whom it does not know', async () => {
    const [person, other] = [await users.person('Ana'), await users.person('Ben')];
    const { users: found } = await users.client.summaries({ userIds: [other.id, person.id, uuidV7(), person.id] });
    expect(found).toHaveLength(2);
    expect(found).toContainEqual({ id: person.id, displayName: 'Ana', headline: '', location: '', avatarUrl: null });
    await expect(users.client.summaries({ userIds: [] })).resolves.toEqual({ users: [] });
  });
});
