import type { Message, RoomLine } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import { aFiledRoom, fileOf, type FiledRoom, linesOf } from './room-file.fixture';
import { RoomFile } from './room-file';

async function allOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
async function read(lines: readonly (RoomLine | string)[], raisesTimes = false) {
  const file = await RoomFile.open(fileOf(lines), raisesTimes);
  return { file, messages: await allOf(file.messages()) };
}
const broken = (more: Record<number, Partial<Message>>): RoomLine[] => linesOf(aFiledRoom(4, more));
const headed = (head: Partial<FiledRoom['head']>): RoomLine[] => {
  const room = aFiledRoom(4);
  return linesOf({ ...room, head: { ...room.head, ...head } });
};
const time = '2024-05-01T10:00:00.000Z';

it('reads a whole room', async () => {
  const room = aFiledRoom(3);
  const { file, messages } = await read(linesOf(room));
  expect(file.room).toEqual(room.head);
  expect(messages).toEqual(room.messages.map((message, place) => ({ line: place + 3, message })));
});

it('reads a room that nothing is kept of', async () => {
  const { messages } = await read(linesOf({ ...aFiledRoom(0), messages: [] }));
  expect(messages).toEqual([]);
  const { head, people } = aFiledRoom(0);
  expect(
    (await read(linesOf({ head: { ...head, firstSeq: 8, lastSeq: 7, revision: 9 }, people, messages: [] }))).messages,
  ).toEqual([]);
});

it.each<[string, () => readonly (RoomLine | string)[], string]>([
  ['an empty file', () => [], 'Line 1: it has to be the room.'],
  ['no JSON', () => ['{"type":'], 'Line 1: it is not JSON.'],
  ['an empty line', () => [...linesOf(aFiledRoom(2)), ''], 'Line 5: it is not JSON.'],
  ['JSON that is no line', () => ['[]'], 'Line 1: Invalid input'],
  ['no room at its head', () => linesOf(aFiledRoom(2)).slice(1), 'Line 1: it has to be the room.'],
  ['another format', () => ['{"type":"room","format":2}'], 'Line 1: format'],
  ['a missing field', () => [JSON.stringify({ ...aFiledRoom(0).head, kind: undefined })], 'Line 1: kind'],
  ['a place that is none', () => headed({ firstSeq: 0 }), 'Line 1: firstSeq'],
  ['a beginning behind its end', () => headed({ firstSeq: 6 }), 'Line 1: firstSeq is 6, and lastSeq only 4.'],
  ['two rooms', () => [...linesOf(aFiledRoom(2)), aFiledRoom(2).head], 'Line 5: there is one room in a file.'],
  [
    'a missing message',
    () => linesOf(aFiledRoom(4)).toSpliced(3, 1),
    'Line 4: place 2 is missing: 3 cannot come next.',
  ],
  ['a message twice', () => broken({ 3: { seq: 2 } }), 'Line 5: place 2 is there already: 3 comes next.'],
  [
    'a cut off end',
    () => linesOf(aFiledRoom(4)).slice(0, -1),
    'Line 5: the file ends at place 3 of 4: it was cut off.',
  ],
  ['a message too many', () => headed({ lastSeq: 3 }), 'Line 6: place 4 is beyond the last one, 3.'],
  ['a message of another room', () => broken({ 2: { roomId: uuidv7() } }), 'Line 4: the message is of another room.'],
  ['an unknown sender', () => broken({ 2: { senderId: uuidv7() } }), 'Line 4: nobody before it has the senderId.'],
  ['revision 0', () => broken({ 2: { revision: 0 } }), 'Line 4: revision counts from 1.'],
  ['an id that is none', () => broken({ 2: { id: 'x' } }), 'Line 4: message.id'],
  ['a time that is none', () => broken({ 2: { createdAt: 'yesterday' } }), 'Line 4: message.createdAt'],
  [
    'a time that falls',
    () => broken({ 2: { createdAt: time } }),
    'Line 4: createdAt is before that of the message before it',
  ],
  [
    'a text that is not trimmed',
    () => broken({ 2: { text: ' x' } }),
    'Line 4: text is none that could have been sent.',
  ],
  [
    'a text that is not composed',
    () => broken({ 2: { text: 'e\u0301' } }),
    'Line 4: text is none that could have been sent.',
  ],
  ['a text that is too long', () => broken({ 2: { text: 'x'.repeat(8_001) } }), 'Line 4: text is none'],
  ['a text with NUL', () => broken({ 2: { text: 'a\u0000b' } }), 'Line 4: text is none'],
  ['half a surrogate', () => broken({ 2: { text: '\ud800' } }), 'Line 4: text is none'],
  ['no text', () => broken({ 2: { text: null } }), 'Line 4: it has either a text or a deletedAt.'],
  ['a deleted text', () => broken({ 2: { deletedAt: time } }), 'Line 4: it has either a text or a deletedAt.'],
  [
    'a reply to what comes later',
    () => broken({ 2: { replyTo: { seq: 2, senderId: uuidv7(), preview: '' } } }),
    'Line 4: replyTo',
  ],
  [
    'a reaction with a word',
    () => broken({ 2: { reactions: [{ emoji: 'x', userIds: [uuidv7()] }] } }),
    'Line 4: a reaction is none.',
  ],
  [
    'a reaction of nobody',
    () => broken({ 2: { reactions: [{ emoji: '👍', userIds: [] }] } }),
    'Line 4: a reaction is none.',
  ],
  [
    'an attachment',
    () => broken({ 2: { attachments: [{ id: uuidv7(), name: 'x', mediaType: 'x', bytes: 1 }] } }),
    'Line 4: attachments cannot be imported.',
  ],
  [
    'somebody twice',
    () => {
      const room = aFiledRoom(1);
      return linesOf({ ...room, people: [...room.people, ...room.people] });
    },
    'Line 3: somebody is named a second time.',
  ],
])('refuses %s, and says where', async (_, lines, reason) => {
  await expect(read(lines())).rejects.toThrow(reason);
});

it('raises times that fall where it is told to', async () => {
  const { file, messages } = await read(broken({ 2: { createdAt: time }, 3: { createdAt: time } }), true);
  expect(messages.map(({ message }) => message.createdAt)).toEqual([
    ...['2024-05-01T10:00:01.000Z', '2024-05-01T10:00:01.000Z', '2024-05-01T10:00:01.000Z'],
    '2024-05-01T10:00:04.000Z',
  ]);
  expect(file.raised).toBe(2);
});
