import { editMessage } from '../message/edit-message';
import { importMessages } from '../message/import-messages';
import { removeMessage } from '../message/remove-message';
import { aPerson, messagesFixture, type MessagesFixture } from '../messages.fixture';
import { fold } from './excerpt';
import type { Pace } from './find-newest';
import { searchMessages } from './search-messages';

let fixture: MessagesFixture;
beforeAll(async () => {
  fixture = await messagesFixture();
});
afterAll(() => fixture.close());

interface More {
  roomId?: string;
  cursor?: string;
  limit?: number;
  languages?: string[];
  sort?: 'recent' | 'relevance';
}
const search = (userId: string, q: string, more: More = {}, pace?: Pace) =>
  searchMessages(fixture.db, userId, { limit: 50, ...more, q }, { pace });

/** A room of one person with these texts in it; answers what a search finds of them. */
async function among(...texts: string[]) {
  const { roomId, people } = await fixture.aRoom({ people: [aPerson()] });
  const [ane = ''] = people;
  for (const text of texts) await fixture.send(roomId, ane, text);
  const seqs = async (q: string) => (await search(ane, q)).items.map(({ seq }) => seq);
  return { roomId, ane, seqs };
}

it('finds words by how they begin, whatever their case, accents and order', async () => {
  const { seqs } = await among('Un CAFÉ en la plaza', 'cafeteria', 'decaf', 'Straße und Gasse', 'plaza, café!');
  expect(await seqs('cafe')).toEqual([5, 2, 1]);
  expect(await seqs('Çàfé plaz')).toEqual([5, 1]);
  expect(await seqs('strasse')).toEqual([4]);
  expect(await seqs('STRASS')).toEqual([4]);
  expect(await seqs('afe')).toEqual([]);
});

describe('in a language that one reads', () => {
  const paces: [string, Pace][] = [
    ['reading', { read: 1_000, rounds: 1 }],
    ['the index', { read: 1, rounds: 1 }],
  ];
  it.each(paces)('finds words whatever their endings, and marks them, by %s', async (_, pace) => {
    const texts = ['I learned it', 'the learner', 'we studied', 'a student', 'Haus und Garten', 'learnèd!', '-'];
    const { ane } = await among(...texts);
    const found = async (q: string, ...languages: string[]) =>
      (await search(ane, q, { languages }, pace)).items.map(({ seq, excerpt, matches }) => [
        ...[seq, ...matches.map(([start, length]) => excerpt.slice(start, start + length))],
      ]);
    expect(await found('learning', 'en')).toEqual([
      [6, 'learnèd'],
      [1, 'learned'],
    ]);
    expect(await found('studies', 'en-GB', 'de')).toEqual([[3, 'studied']]);
    expect(await found('study student', 'en')).toEqual([]);
    expect(await found('Häuser Gärten', 'en', 'de')).toEqual([[5, 'Haus', 'Garten']]);
    expect(await found('it learning', 'en')).toEqual([[1, 'learned', 'it']]);
    expect(await found('learning')).toEqual([]);
    expect(await found('learning', 'ja', 'de')).toEqual([]);
  });
});

it('finds Chinese and Japanese inside sentences, and Korean by words', async () => {
  const { seqs } = await among(
    '昨日東京タワーに行きました',
    '京都と東北',
    '我们明天去北京大学',
    '한국어를 배워요',
    'ﾀﾜｰ',
    '東の京',
  );
  expect(await seqs('東京')).toEqual([1]);
  expect(await seqs('タワー')).toEqual([5, 1]);
  expect(await seqs('北京大学')).toEqual([3]);
  expect(await seqs('京大')).toEqual([3]);
  expect(await seqs('大京')).toEqual([]);
  expect(await seqs('東')).toEqual([6, 2, 1]);
  expect(await seqs('한국')).toEqual([4]);
  // Each pair of it is there, but not one after the other.
  const other = await among('東京と京都と東京と都東');
  expect(await other.seqs('京都東京')).toEqual([]);
});

it('S32: reads operators and quotes as nothing but gaps between words', async () => {
  const { seqs, ane } = await among('don’t panic', "a 'quoted' word", 'x & y | !z');
  expect(await seqs("panic' | 'quoted")).toEqual([]);
  expect(await seqs(`"quoted":* & !word \\`)).toEqual([2]);
  expect(await seqs("quoted')::tsquery; DROP TABLE messages; --")).toEqual([]);
  for (const q of ['a', '!', "''", 'x & y', '😀', '-- ', ':*']) {
    await expect(search(ane, q)).rejects.toMatchObject({ code: 'validation_failed' });
  }
});

it('finds a message by its present text, and not once it is deleted', async () => {
  const { roomId, ane, seqs } = await among('original', 'original');
  await editMessage(fixture.db, ane, { roomId, seq: 1, text: 'changed' });
  await removeMessage(fixture.db, ane, { roomId, seq: 2 });
  expect(await seqs('original')).toEqual([]);
  expect(await seqs('changed')).toEqual([1]);
});

it('tells nothing of rooms that one is not in', async () => {
  const { roomId, people, setPeople } = await fixture.aRoom();
  const [ane = '', jon = ''] = people;
  await fixture.send(roomId, ane, 'secret');
  expect((await search(jon, 'secret', { roomId })).items).toHaveLength(1);
  await setPeople([ane]);
  expect(await search(jon, 'secret')).toEqual({ items: [], nextCursor: null });
  await expect(search(jon, 'secret', { roomId })).rejects.toMatchObject({ code: 'not_found' });
  await expect(search(ane, 'secret', { roomId: aPerson() })).rejects.toMatchObject({ code: 'not_found' });
});

it('walks through all results once, newest first over all rooms, page by page', async () => {
  const reader = aPerson();
  const rooms = await Promise.all(Array.from({ length: 3 }, () => fixture.aRoom({ people: [reader] })));
  for (const [place, { roomId }] of rooms.entries()) {
    await fixture.fill(roomId, reader, 20, new Date(Date.now() - place * 500), 'needle');
  }
  const times: string[] = [];
  const seen = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await search(reader, 'needle', { limit: 7, ...(cursor === undefined ? {} : { cursor }) });
    for (const { roomId, seq, createdAt } of page.items) {
      seen.add(`${roomId} ${seq}`);
      times.push(createdAt);
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(times).toHaveLength(60);
  expect(seen.size).toBe(60);
  expect(times).toEqual(times.toSorted().reverse());
  await expect(search(reader, 'needle', { cursor: 'bm9uc2Vuc2U' })).rejects.toMatchObject({
    code: 'validation_failed',
  });
});

it('finds history that was imported behind newer messages, newest first, on whatever page it is', async () => {
  const { roomId, people } = await fixture.aRoom({ people: [aPerson()] });
  const [ane = ''] = people;
  await fixture.fill(
    (await fixture.aRoom({ people: [ane] })).roomId,
    ane,
    20,
    new Date('2022-01-01T00:00:00.000Z'),
    'needle',
  );
  for (const year of [2020, 2026, 2019, 2021, 2018]) {
    const message = {
      senderId: ane,
      clientMessageId: aPerson(),
      text: 'needle',
      createdAt: `${year}-01-01T00:00:00.000Z`,
    };
    await importMessages(fixture.db, { roomId, messages: [message] });
  }
  const seqs: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await search(
      ane,
      'needle',
      { limit: 1, ...(cursor === undefined ? {} : { cursor }) },
      { read: 2, rounds: 2 },
    );
    seqs.push(...page.items.flatMap((item) => (item.roomId === roomId ? [item.seq] : [])));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seqs).toEqual([2, 4, 1, 3, 5]);
});

it('ranks the newest 200 by how well they match, page by page, and goes on with what is older, whatever is sent meanwhile', async () => {
  const { roomId, people } = await fixture.aRoom({ people: [aPerson()] });
  const [ane = ''] = people;
  const texts = ['good coffee', 'coffee, good', 'goods and coffees', 'goodies, coffee'];
  const messages = Array.from({ length: 208 }, (_, n) => ({
    ...{ senderId: ane, clientMessageId: aPerson(), text: texts[n % 4] ?? '' },
    createdAt: new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString(),
  }));
  await importMessages(fixture.db, { roomId, messages });
  const newest = Array.from({ length: 200 }, (_, n) => 208 - n);
  const whole = (part: number) => newest.filter((seq) => (seq - 1) % 4 === part);
  const expected = [...whole(0), ...whole(1), ...newest.filter((seq) => (seq - 1) % 4 > 1), 8, 7, 6, 5, 4, 3, 2, 1];
  const seqs: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await search(ane, 'good coffee', {
      sort: 'relevance',
      limit: 90,
      ...(cursor === undefined ? {} : { cursor }),
    });
    seqs.push(...page.items.map(({ seq }) => seq));
    if (cursor === undefined) await fixture.send(roomId, ane, 'good coffee');
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seqs).toEqual(expected);
  const first = await search(ane, 'good coffee', { sort: 'relevance', limit: 1 });
  await expect(search(ane, 'good coffee', { cursor: first.nextCursor ?? '' })).rejects.toMatchObject({
    code: 'validation_failed',
  });
});

it('searches one room after the newest, as far back as it must', async () => {
  const { roomId, people } = await fixture.aRoom({ people: [aPerson()] });
  const [ane = ''] = people;
  await fixture.send(roomId, ane, 'needle first');
  // As if there were 30,000: what lies between them would not be found anyway.
  await fixture.db.query(
    `INSERT INTO messages (room_id, seq, revision, id, client_message_id, sender_id, created_at, text)
      SELECT $1, n, n, gen_random_uuid(), gen_random_uuid(), $2, now(), 'hay ' || n
      FROM unnest('{8191,12345,16383,24575,30000}'::bigint[]) n`,
    [roomId, ane],
  );
  await fixture.db.query('UPDATE rooms SET last_seq = 30000, revision = 30000 WHERE room_id = $1', [roomId]);
  await fixture.send(roomId, ane, 'needle last');
  const { items } = await search(ane, 'needle');
  expect(items.map(({ seq }) => seq)).toEqual([30_001, 1]);
  expect((await search(ane, 'hay 12345')).items.map(({ seq }) => seq)).toEqual([12_345]);
});

it('folds a text in the service as in the database', async () => {
  const texts = [
    'Ünïcode',
    'STRASSE Straße',
    'naïve ﬁne',
    'ｶﾞｷﾞ ガギ',
    '한국어',
    'İstanbul',
    'Łódź Øre',
    'Ἀθῆναι',
    'Œuvre',
    'ⅷ',
  ];
  const rows = await fixture.db.query<{ folded: string }[]>(
    'SELECT search_fold(text) AS folded FROM unnest($1::text[]) WITH ORDINALITY AS t (text, place) ORDER BY place',
    [texts],
  );
  expect(texts.map(fold)).toEqual(rows.map(({ folded }) => folded));
});

it('S28: takes a long run without spaces apart in time that grows with its length, not with its square', async () => {
  // By its square this would take more than a minute, which a statement does not have.
  const [row] = await fixture.db.query<{ terms: number; last: string[] }[]>(
    `SELECT cardinality(terms) AS terms, terms[100000:] AS last FROM search_terms(repeat('東', 99999) || '京') terms`,
  );
  expect(row).toEqual({ terms: 100_002, last: ['東京', '京', ''] });
});

it('is not done for who has gone', async () => {
  const { ane } = await among('zain');
  const late = { deadline: Date.now() - 1 };
  await expect(searchMessages(fixture.db, ane, { q: 'zain', limit: 10 }, late)).rejects.toMatchObject({
    code: 'unavailable',
  });
});
