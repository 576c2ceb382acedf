import { testLog } from '@parley/testing';
import { messagesFixture, type MessagesFixture } from '../messages.fixture';
import { dropTheOld } from './drop-the-old';

let fixture: MessagesFixture;
beforeAll(async () => {
  fixture = await messagesFixture();
});
afterAll(() => fixture.close());

const running = new AbortController().signal;
const drop = (signal = running) =>
  dropTheOld(fixture.db, { earlierTextsDays: 90, messageDays: null }, signal, testLog());

/** Earlier texts of one message, so many of them that old. */
async function textsOf(roomId: string, count: number, days: number): Promise<void> {
  await fixture.db.query(
    `INSERT INTO earlier_texts (room_id, seq, revision, sender_id, text, written_at, replaced_at)
     SELECT $1, 1, $3::integer * 10000 + n, $1, 'x', now(), now() - make_interval(days => $3::integer)
     FROM generate_series(1, $2::integer) n`,
    [roomId, count, days],
  );
}
async function left(roomId: string): Promise<number> {
  const [row] = await fixture.db.query<{ count: number }[]>(
    'SELECT count(*)::integer AS count FROM earlier_texts WHERE room_id = $1',
    [roomId],
  );
  return row?.count ?? 0;
}

it('drops earlier texts once their time is over, however many there are', async () => {
  const { roomId } = await fixture.aRoom();
  await textsOf(roomId, 2_300, 91);
  await textsOf(roomId, 3, 89);
  await drop();
  expect(await left(roomId)).toBe(3);
});

it('ends where it is told to', async () => {
  const { roomId } = await fixture.aRoom();
  await textsOf(roomId, 1, 91);
  await drop(AbortSignal.abort());
  expect(await left(roomId)).toBe(1);
});
