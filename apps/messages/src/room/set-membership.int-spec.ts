import type { Role } from '@parley/contracts';
import { aPerson, messagesFixture, type MessagesFixture } from '../messages.fixture';
import { listMemberships, listMembershipsOf } from './list-memberships';
import { markRead } from './mark-read';
import { setMembership } from './set-membership';

let fixture: MessagesFixture;
beforeAll(async () => {
  fixture = await messagesFixture();
});
afterAll(() => fixture.close());

const snapshot = (roomId: string, version: number, roles: Record<string, Role>) => ({
  ...{ roomId, version, kind: 'group' as const, createdAt: '2026-01-01T00:00:00.000Z' },
  members: Object.entries(roles).map(([userId, role]) => ({ userId, role })),
});

async function membersOf(roomId: string): Promise<Record<string, Role>> {
  const rows: { user_id: string; role: Role }[] = await fixture.db.query(
    'SELECT user_id, role FROM members WHERE room_id = $1',
    [roomId],
  );
  return Object.fromEntries(rows.map((row) => [row.user_id, row.role]));
}

it('replaces the members, and answers a person’s rooms from them', async () => {
  const [roomId, ane, jon, miren] = [aPerson(), aPerson(), aPerson(), aPerson()];
  await setMembership(fixture.db, snapshot(roomId, 1, { [ane]: 'owner', [jon]: 'member' }));
  await setMembership(fixture.db, snapshot(roomId, 2, { [jon]: 'owner', [miren]: 'member' }));
  expect(await membersOf(roomId)).toEqual({ [jon]: 'owner', [miren]: 'member' });
  expect(await listMemberships(fixture.db, ane)).toEqual({ roomIds: [], heads: [] });
  expect(await listMemberships(fixture.db, miren)).toEqual({ roomIds: [roomId], heads: [[0, 0]] });
});

it('answers the rooms of several people as those of each', async () => {
  const [ane, jon, miren] = [aPerson(), aPerson(), aPerson()];
  await setMembership(fixture.db, snapshot(aPerson(), 1, { [ane]: 'owner', [jon]: 'member' }));
  await setMembership(fixture.db, snapshot(aPerson(), 1, { [jon]: 'owner' }));
  const { members } = await listMembershipsOf(fixture.db, { userIds: [ane, jon, miren] });
  expect(members.map(({ userId }) => userId).toSorted()).toEqual([ane, jon].toSorted());
  for (const { userId, ...memberships } of members) {
    expect(memberships).toEqual(await listMemberships(fixture.db, userId));
  }
});

it('applies only what is newer, in whatever order snapshots come', async () => {
  const [roomId, ane, jon] = [aPerson(), aPerson(), aPerson()];
  await setMembership(fixture.db, snapshot(roomId, 3, { [ane]: 'owner' }));
  await setMembership(fixture.db, snapshot(roomId, 2, { [ane]: 'member', [jon]: 'owner' }));
  await setMembership(fixture.db, snapshot(roomId, 3, { [jon]: 'owner' }));
  expect(await membersOf(roomId)).toEqual({ [ane]: 'owner' });
});

it('ends with the newest where many come at once', async () => {
  const [roomId, ane] = [aPerson(), aPerson()];
  const versions = Array.from({ length: 20 }, (_, place) => place + 1);
  const guests = versions.map(aPerson);
  await Promise.all(
    versions.map((version) =>
      setMembership(fixture.db, snapshot(roomId, version, { [ane]: 'owner', [guests[version - 1] ?? '']: 'member' })),
    ),
  );
  expect(await membersOf(roomId)).toEqual({ [ane]: 'owner', [guests[19] ?? '']: 'member' });
});

it('starts a newcomer at the room’s last message and leaves the cursors of others where they are', async () => {
  const { roomId, people, setPeople } = await fixture.aRoom();
  const [ane = '', jon = ''] = people;
  await fixture.fill(roomId, ane, 5);
  await markRead(fixture.db, jon, { roomId, seq: 2 });
  const miren = aPerson();
  await setPeople([ane, jon, miren]);
  expect(await markRead(fixture.db, jon, { roomId, seq: 0 })).toMatchObject({ lastReadSeq: 2, unreadCount: 3 });
  expect(await markRead(fixture.db, miren, { roomId, seq: 0 })).toMatchObject({ lastReadSeq: 5, unreadCount: 0 });
  await setPeople([ane, miren]);
  await fixture.fill(roomId, ane, 2);
  await setPeople([ane, miren, jon]);
  expect(await markRead(fixture.db, jon, { roomId, seq: 0 })).toMatchObject({ lastReadSeq: 7, unreadCount: 0 });
});

it('takes a room from everybody where nobody is left', async () => {
  const { roomId, people, setPeople } = await fixture.aRoom();
  const [ane = ''] = people;
  await setPeople([]);
  await expect(fixture.send(roomId, ane)).rejects.toMatchObject({ code: 'not_found' });
});
