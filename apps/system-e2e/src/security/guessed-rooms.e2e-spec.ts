import { commands } from '@parley/contracts';
import { aPerson, everybodyLeaves, type Person } from '@parley/testing';
import { randomUUID } from 'node:crypto';
import { system } from '../support/system';

const places = system();
let ana: Person;
let ben: Person;
let eve: Person;

beforeAll(async () => {
  [ana, ben, eve] = await Promise.all([aPerson(places), aPerson(places), aPerson(places)]);
});
afterEach(everybodyLeaves);

it('S13: whoever guesses a room’s id gets no frame of it, whatever they send', async () => {
  const { id: roomId } = await ana.groupWith('Private', ben);
  const sockets = [await eve.connect(0), await eve.connect(1)];
  const [witness, other] = [await ben.connect(0), await ana.connect(1)];
  const names = [...Object.keys(commands), 'join', 'room:join', 'subscribe', 'room:joined', 'message:created'];
  for (const socket of sockets) {
    for (const name of names) {
      await socket.emit(name, { roomId, rooms: { [roomId]: 0 }, seq: 1, active: true, text: 'x' });
      await socket.emit(name, { roomId });
      await socket.emit(name, roomId);
    }
    await socket.command('rooms:sync', { rooms: { [roomId]: 0 } });
  }

  const seq = await ana.says(roomId, 'for Ben');
  await witness.fact('message:created', ({ text }) => text === 'for Ben');
  await witness.command('typing:set', { roomId, active: true });
  await other.fact('typing:changed', ({ active }) => active);
  await witness.command('room:read', { roomId, seq });
  await ana.api.patch(`/chatrooms/${roomId}`, { title: 'Renamed' });
  await ana.api.delete(`/chatrooms/${roomId}/messages/${seq}`);
  await witness.fact('message:updated', ({ text }) => text === null);
  await witness.fact('room:updated', ({ title }) => title === 'Renamed');
  // A fact of a room of her own, which comes after all that could have come before.
  const { id: own } = await eve.groupWith('Eve’s');
  await eve.says(own, 'for Eve');
  for (const socket of sockets) {
    await socket.fact('message:created', ({ text }) => text === 'for Eve');
    expect(JSON.stringify(socket.heard)).not.toContain(roomId);
  }
});

it('S18: of whoever is removed while they send nothing is stored after the removal, by any way', async () => {
  for (let round = 0; round < 5; round++) {
    const { id: roomId } = await ana.groupWith('Removal', ben, eve);
    const sockets = [await eve.connect(0), await eve.connect(1)];
    let isOver = false;
    const sendOn = async (send: () => Promise<unknown>): Promise<void> => {
      while (!isOver) await send();
    };
    const message = () => ({ clientMessageId: randomUUID(), text: 'still here' });
    const sending = [
      ...sockets.map((socket) => sendOn(() => socket.command('message:send', { roomId, ...message() }))),
      sendOn(() => eve.api.post(`/chatrooms/${roomId}/messages`, message())),
    ];
    const witness = await ben.connect(0);
    await witness.fact('message:created', (fact) => fact.roomId === roomId);
    expect((await ana.api.delete(`/chatrooms/${roomId}/members/${eve.id}`)).status).toBe(204);
    const ofEve = async (): Promise<unknown> => {
      const { body } = await ben.api.get<{ messages: { senderId: string; seq: number }[] }>(
        `/chatrooms/${roomId}/messages?limit=200`,
      );
      return body.messages.filter(({ senderId }) => senderId === eve.id).map(({ seq }) => seq);
    };
    const atRemoval = await ofEve();
    for (const socket of sockets) {
      const late = await socket.command('message:send', { roomId, ...message() });
      expect(late).toMatchObject({ ok: false, error: { code: 'not_found' } });
    }
    isOver = true;
    await Promise.all(sending);
    expect(await ofEve()).toEqual(atRemoval);
    for (const socket of sockets) socket.close();
  }
});
