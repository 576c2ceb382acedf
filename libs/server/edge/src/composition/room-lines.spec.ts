import type { Message, MessagePage, Room } from '@parley/contracts';
import { roomLines } from './room-lines';

const person = (id: string) => ({ id, displayName: id.toUpperCase(), headline: '', location: '', avatarUrl: null });
const room = (lastSeq: number): Room => ({
  ...{ id: 'room', kind: 'group', title: 'Spanish', lastSeq, revision: lastSeq },
  ...{ createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' },
  members: [{ user: person('ana'), role: 'owner', joinedAt: '2026-01-01T00:00:00.000Z', lastReadSeq: 0 }],
});
const message = (seq: number, senderId = 'ana') => ({ seq, senderId }) as Message;

/** Lines as `type`, or a message's place, by portions; the room has the messages that `kept` answers at each asking. */
async function portionsOf(lastSeq: number, kept: () => Message[]): Promise<unknown[][]> {
  const portions: unknown[][] = [];
  const page = async (after: number): Promise<MessagePage> => ({
    messages: kept()
      .filter(({ seq }) => seq > after)
      .slice(0, 2),
    ...{ hasBefore: false, hasAfter: false, lastSeq },
  });
  const people = async (ids: Iterable<string>) => new Map(Array.from(ids, (id) => [id, person(id)]));
  for await (const portion of roomLines(room(lastSeq), { page, people })) {
    portions.push(
      portion.map((line) => {
        if (line.type === 'message') return line.message.seq;
        return line.type === 'person' ? line.displayName : [line.firstSeq, line.lastSeq];
      }),
    );
  }
  return portions;
}
const places = (from: number, to: number): Message[] =>
  Array.from({ length: to - from + 1 }, (_, index) => message(from + index));

it('is the room and its members, and then page after page to the message that was the last', async () => {
  expect(await portionsOf(3, () => places(1, 9))).toEqual([[[1, 3], 'ANA'], [1, 2], [3]]);
  expect(await portionsOf(0, () => [])).toEqual([[[1, 0], 'ANA']]);
});

it('begins with the first message that is kept', async () => {
  expect(await portionsOf(6, () => places(5, 6))).toEqual([
    [[5, 6], 'ANA'],
    [5, 6],
  ]);
  expect(await portionsOf(6, () => [])).toEqual([[[7, 6], 'ANA']]);
  expect(await portionsOf(6, () => places(8, 9))).toEqual([[[7, 6], 'ANA']]);
});

it('names whoever has left before what they wrote, once', async () => {
  const written = [message(1), message(2, 'eva'), message(3, 'eva'), message(4, 'ben')];
  expect(await portionsOf(4, () => written)).toEqual([
    [[1, 4], 'ANA'],
    ['EVA', 1, 2],
    ['BEN', 3, 4],
  ]);
});

it('breaks off where what comes next is dropped meanwhile', async () => {
  const kept = [places(1, 6), places(4, 6)];
  await expect(portionsOf(6, () => kept.shift() ?? [])).rejects.toMatchObject({ code: 'unavailable' });
});
