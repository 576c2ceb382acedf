import { explain } from '../explain.fixture';
import { aPerson, messagesFixture, type MessagesFixture, type TestRoom } from '../messages.fixture';
import { indexQueries } from './index-query';
import {
  searchedRoomsStatement,
  searchIndexStatement,
  searchPlacesStatement,
  timesStatement,
} from './search-statements';

const LENGTH = 500;
const [ane, jon] = [aPerson(), aPerson()];
let fixture: MessagesFixture;
let mine: TestRoom[];
beforeAll(async () => {
  fixture = await messagesFixture();
  mine = await Promise.all(Array.from({ length: 30 }, () => fixture.aRoom({ people: [ane, jon] })));
  const others = await Promise.all(Array.from({ length: 30 }, () => fixture.aRoom({ people: [jon] })));
  await Promise.all([...mine, ...others].map(({ roomId }) => fixture.fill(roomId, jon, LENGTH)));
  // Heads enough that reading them all would be dear.
  await fixture.db.query(
    `INSERT INTO rooms (room_id, kind, membership_version, created_at, last_activity_at)
      SELECT gen_random_uuid(), 'group', 1, now(), now() FROM generate_series(1, 5000)`,
  );
  await fixture.db.query(
    `INSERT INTO members (room_id, user_id, role, last_read_seq) SELECT room_id, gen_random_uuid(), 'member', 0 FROM rooms`,
  );
  await fixture.db.query('ANALYZE');
});
afterAll(() => fixture.close());

async function plan(statement: { name: string; text: string }, values: Parameters<typeof explain>[2]) {
  const { nodes, historyRows, historyIndexes } = await explain(fixture.db, statement, values);
  const sequential = nodes
    .filter((node) => node['Node Type'].includes('Seq Scan'))
    .map((node) => node['Relation Name']);
  // Helpers would be started for each partition anew, which takes longer than the search.
  expect(nodes.filter((node) => node['Node Type'].startsWith('Gather'))).toEqual([]);
  const bitmaps = nodes.flatMap((node) => (node['Node Type'] === 'Bitmap Index Scan' ? [node['Index Name']] : []));
  const words = [...new Set(bitmaps.map((name) => name?.replace(/^messages_p\d+_/, '')))];
  return { historyRows, historyIndexes, sequential, words };
}
const roomIds = (rooms: readonly TestRoom[]): string[] => rooms.map(({ roomId }) => roomId);
/** What is asked of words: none by its stem; or one of them. */
const plain = { words: [['message'], ['123']], common: ['message'], stems: [[], [], [], []] };
const stemmed = {
  ...{ words: [['messag'], ['123']], common: ['messag'] },
  stems: [['messages', '123'], ['messages'], ['english_stem'], ['messag']],
};
const cases = [null, '2100-01-01T00:00:00.000Z'].flatMap((time) => [
  ['by its beginning', time, plain] as const,
  ['by its stem', time, stemmed] as const,
]);
const cursor = (time: string | null) => [time, time && aPerson(), time && 1];

it.each(cases)(
  'asks the index for a word %s, and reads no more than it found (cursor %j)',
  async (_, time, { words, stems }) => {
    const rooms = await fixture.db.query<{ roomId: string; partition: number }[]>(searchedRoomsStatement.text, [
      ...[ane, null, null],
    ]);
    const parts = rooms.map((room) => ({ ...room, low: 1, high: LENGTH }));
    const asked = [ane, roomIds(mine), indexQueries(parts, words), [], ...cursor(time), 51, ...stems];
    expect(await plan(searchIndexStatement, asked)).toEqual({
      historyRows: mine.length,
      historyIndexes: ['Bitmap Heap Scan'],
      words: ['search_vector_idx'],
      sequential: [],
    });
  },
);

it.each(cases)(
  'reads the newest places for a word %s by the primary key, and no others (cursor %j)',
  async (_, time, { common, stems }) => {
    const places = [mine.map(() => LENGTH - 9), mine.map(() => LENGTH)];
    const asked = [ane, roomIds(mine), common, [], ...cursor(time), 51, ...stems, ...places];
    expect(await plan(searchPlacesStatement, asked)).toEqual({
      ...{ historyRows: 10 * mine.length, historyIndexes: ['pkey'], sequential: [], words: [] },
    });
  },
);

it('finds its rooms by their member, and where to begin in them by halving', async () => {
  const { sequential, historyRows } = await plan(searchedRoomsStatement, [ane, null, null]);
  expect({ sequential, historyRows }).toEqual({ sequential: [], historyRows: 0 });
  const halved = await plan(searchedRoomsStatement, [ane, null, new Date().toISOString()]);
  expect(halved).toMatchObject({ sequential: [], historyIndexes: ['pkey'] });
  expect(halved.historyRows).toBeLessThanOrEqual(mine.length * Math.ceil(Math.log2(LENGTH + 1)));
});

it('looks up when messages were sent by their places', async () => {
  const asked = [mine.map(({ roomId }) => roomId), mine.map(() => 7)];
  expect(await plan(timesStatement, asked)).toMatchObject({
    historyRows: mine.length,
    historyIndexes: ['pkey'],
    sequential: [],
  });
});
