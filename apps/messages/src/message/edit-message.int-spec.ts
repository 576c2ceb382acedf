import { aPerson, messagesFixture, type MessagesFixture } from '../messages.fixture';
import { setBlock } from '../room/set-block';
import { editMessage } from './edit-message';
import { removeMessage } from './remove-message';

let fixture: MessagesFixture;
beforeAll(async () => {
  fixture = await messagesFixture();
});
afterAll(() => fixture.close());

const edit = (userId: string, roomId: string, seq: number, text: string) =>
  editMessage(fixture.db, userId, { roomId, seq, text });

it('changes the text in its place, under the room’s next revision', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = ''] = people;
  const sent = await fixture.send(roomId, ane, 'Kaixo');
  await fixture.send(roomId, ane, 'Agur');
  const { message, changed } = await edit(ane, roomId, 1, 'Kaixo!');
  expect(changed).toBe(true);
  expect(message).toEqual({ ...sent, text: 'Kaixo!', revision: 3, editedAt: expect.any(String) });
  expect(Date.parse(message.editedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(sent.createdAt));
  expect(await fixture.send(roomId, ane)).toMatchObject({ seq: 3, revision: 4 });
});

it('changes nothing where the text is that already', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = ''] = people;
  await fixture.send(roomId, ane, 'Kaixo');
  const { message } = await edit(ane, roomId, 1, 'Aupa');
  expect(await edit(ane, roomId, 1, 'Aupa')).toEqual({ message, changed: false });
  expect(await fixture.send(roomId, ane)).toMatchObject({ revision: 3 });
});

it('is for one’s own messages, also where one owns the group', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [owner = '', jon = ''] = people;
  await fixture.send(roomId, jon);
  await expect(edit(owner, roomId, 1, 'Oi')).rejects.toMatchObject({ code: 'forbidden' });
});

it('is a conflict once the message is deleted', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = ''] = people;
  await fixture.send(roomId, ane);
  await removeMessage(fixture.db, ane, { roomId, seq: 1 });
  await expect(edit(ane, roomId, 1, 'Oi')).rejects.toMatchObject({ code: 'conflict' });
});

it('is no way to write across a block', async () => {
  const people = [aPerson(), aPerson()];
  const [ane = '', jon = ''] = people;
  const { roomId } = await fixture.aRoom({ kind: 'direct', people });
  await fixture.send(roomId, ane);
  await setBlock(fixture.db, { userIds: [ane, jon], blocked: true, version: 1 });
  await expect(edit(ane, roomId, 1, 'Oi')).rejects.toMatchObject({ code: 'forbidden' });
});

it('is not found by who is not in the room, and in a place that has no message', async () => {
  const { roomId, people, setPeople } = await fixture.aRoom();
  const [ane = '', jon = ''] = people;
  await fixture.send(roomId, jon);
  await setPeople([ane]);
  await expect(edit(jon, roomId, 1, 'Oi')).rejects.toMatchObject({ code: 'not_found' });
  await expect(edit(aPerson(), roomId, 1, 'Oi')).rejects.toMatchObject({ code: 'not_found' });
  await expect(edit(ane, roomId, 2, 'Oi')).rejects.toMatchObject({ code: 'not_found' });
  await expect(edit(ane, aPerson(), 1, 'Oi')).rejects.toMatchObject({ code: 'not_found' });
});

it('takes revisions in turn with messages that are sent at the same time', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = '', jon = ''] = people;
  await fixture.send(roomId, ane);
  await Promise.all(
    Array.from({ length: 15 }, (_, place) => [edit(ane, roomId, 1, `Edit ${place}`), fixture.send(roomId, jon)]).flat(),
  );
  const revisions = await fixture.db.query('SELECT revision FROM messages WHERE room_id = $1 ORDER BY seq', [roomId]);
  expect(revisions).toHaveLength(16);
  const [head] = await fixture.db.query('SELECT last_seq, revision FROM rooms WHERE room_id = $1', [roomId]);
  expect(head).toEqual({ last_seq: 16, revision: 31 });
});
