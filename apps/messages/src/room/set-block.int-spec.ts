import { aPerson, messagesFixture, type MessagesFixture } from '../messages.fixture';
import { checkSendable } from './check-sendable';
import { setBlock } from './set-block';

let fixture: MessagesFixture;
beforeAll(async () => {
  fixture = await messagesFixture();
});
afterAll(() => fixture.close());

it('tells both that they may not send, until the newest version says otherwise', async () => {
  const people = [aPerson(), aPerson()];
  const [ane = '', jon = ''] = people;
  const { roomId } = await fixture.aRoom({ kind: 'direct', people });
  expect(await checkSendable(fixture.db, ane, { roomId })).toEqual({ dividedFrom: [], shown: true });
  await setBlock(fixture.db, { userIds: [ane, jon], blocked: true, version: 2 });
  await setBlock(fixture.db, { userIds: [jon, ane], blocked: false, version: 1 });
  await expect(checkSendable(fixture.db, ane, { roomId })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(checkSendable(fixture.db, jon, { roomId })).rejects.toMatchObject({ code: 'forbidden' });
  await setBlock(fixture.db, { userIds: [jon, ane], blocked: false, version: 3 });
  expect(await checkSendable(fixture.db, jon, { roomId })).toEqual({ dividedFrom: [], shown: true });
});

it('leaves groups and other pairs alone, but tells whom of a group it divides', async () => {
  const [ane, jon, miren] = [aPerson(), aPerson(), aPerson()];
  const group = await fixture.aRoom({ people: [ane, jon, miren] });
  const other = await fixture.aRoom({ kind: 'direct', people: [ane, miren] });
  await setBlock(fixture.db, { userIds: [ane, jon], blocked: true, version: 1 });
  expect(await checkSendable(fixture.db, ane, group)).toEqual({ dividedFrom: [jon], shown: true });
  expect(await checkSendable(fixture.db, jon, group)).toEqual({ dividedFrom: [ane], shown: true });
  expect(await checkSendable(fixture.db, miren, group)).toEqual({ dividedFrom: [], shown: true });
  expect(await checkSendable(fixture.db, ane, other)).toEqual({ dividedFrom: [], shown: true });
  await setBlock(fixture.db, { userIds: [ane, jon], blocked: false, version: 2 });
  expect(await checkSendable(fixture.db, jon, group)).toEqual({ dividedFrom: [], shown: true });
});

it('is not told to who is not in the room', async () => {
  const { roomId } = await fixture.aRoom({ kind: 'direct' });
  await expect(checkSendable(fixture.db, aPerson(), { roomId })).rejects.toMatchObject({ code: 'not_found' });
});

it('nothing is stored between the two once it is answered', async () => {
  const people = [aPerson(), aPerson()];
  const [ane = '', jon = ''] = people;
  const { roomId } = await fixture.aRoom({ kind: 'direct', people });
  const sending = Array.from({ length: 40 }, (_, place) => fixture.send(roomId, place % 2 ? ane : jon));
  const settled = Promise.allSettled(sending);
  await sending[0];
  await setBlock(fixture.db, { userIds: [ane, jon], blocked: true, version: 1 });
  const stored = await fixture.db.query('SELECT last_seq FROM rooms WHERE room_id = $1', [roomId]);
  await settled;
  expect(await fixture.db.query('SELECT last_seq FROM rooms WHERE room_id = $1', [roomId])).toEqual(stored);
});

it('waits for a message that is on its way to be stored', async () => {
  const people = [aPerson(), aPerson()];
  const [ane = '', jon = ''] = people;
  const { roomId } = await fixture.aRoom({ kind: 'direct', people });
  const sender = fixture.db.createQueryRunner();
  await sender.startTransaction();
  await sender.query('SELECT FROM append_message($1, $2, $3, $4, $5)', [roomId, ane, aPerson(), aPerson(), 'Agur']);
  const blocking = setBlock(fixture.db, { userIds: [ane, jon], blocked: true, version: 1 });
  await fixture.someoneWaits();
  await sender.commitTransaction();
  await sender.release();
  await blocking;
  await expect(fixture.send(roomId, ane)).rejects.toMatchObject({ code: 'forbidden' });
});

it('is between two people', async () => {
  const ane = aPerson();
  await expect(setBlock(fixture.db, { userIds: [ane, ane], blocked: true, version: 1 })).rejects.toMatchObject({
    code: 'validation_failed',
  });
});
