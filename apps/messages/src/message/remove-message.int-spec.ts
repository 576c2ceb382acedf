import { aPerson, messagesFixture, type MessagesFixture } from '../messages.fixture';
import { removeMessage } from './remove-message';

let fixture: MessagesFixture;
beforeAll(async () => {
  fixture = await messagesFixture();
});
afterAll(() => fixture.close());

const remove = (userId: string, roomId: string, seq: number) => removeMessage(fixture.db, userId, { roomId, seq });

it('takes the text away and leaves the message in its place', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = ''] = people;
  const sent = await fixture.send(roomId, ane, 'Secret');
  const { message, changed } = await remove(ane, roomId, 1);
  expect(changed).toBe(true);
  expect(message).toEqual({ ...sent, text: null, revision: 2, deletedAt: expect.any(String) });
  const rows = await fixture.db.query<object[]>('SELECT row_to_json(m) FROM messages m WHERE room_id = $1', [roomId]);
  expect(JSON.stringify(rows)).toContain(message.id);
  expect(JSON.stringify(rows)).not.toContain('Secret');
});

it('changes nothing the second time', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = ''] = people;
  await fixture.send(roomId, ane);
  const { message } = await remove(ane, roomId, 1);
  expect(await remove(ane, roomId, 1)).toEqual({ message, changed: false });
  expect(await fixture.send(roomId, ane)).toMatchObject({ seq: 2, revision: 3 });
});

it('is for one’s own messages, and for any where one owns the group', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [owner = '', jon = ''] = people;
  await fixture.send(roomId, owner);
  await fixture.send(roomId, jon);
  await expect(remove(jon, roomId, 1)).rejects.toMatchObject({ code: 'forbidden' });
  expect(await remove(owner, roomId, 2)).toMatchObject({ changed: true, message: { senderId: jon, text: null } });
});

it('is for one’s own messages only in a direct room', async () => {
  const { roomId, people } = await fixture.aRoom({ kind: 'direct' });
  const [ane = '', jon = ''] = people;
  await fixture.send(roomId, jon);
  await expect(remove(ane, roomId, 1)).rejects.toMatchObject({ code: 'forbidden' });
});

it('is not found by who is not in the room, and in a place that has no message', async () => {
  const { roomId, people, setPeople } = await fixture.aRoom();
  const [ane = '', jon = ''] = people;
  await fixture.send(roomId, jon);
  await setPeople([ane]);
  await expect(remove(jon, roomId, 1)).rejects.toMatchObject({ code: 'not_found' });
  await expect(remove(aPerson(), roomId, 1)).rejects.toMatchObject({ code: 'not_found' });
  await expect(remove(ane, roomId, 2)).rejects.toMatchObject({ code: 'not_found' });
});
