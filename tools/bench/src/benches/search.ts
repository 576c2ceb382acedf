import type { Pool } from 'pg';
import type { Bench } from '../bench';
import { measurePairs, quantile, type Comparison, type Figures } from '../comparison';
import { fillCommunity } from '../surroundings/community';
import { durableServices } from '../surroundings/durable-services';
import { as, messagesClient } from '../surroundings/messages-client';
import { settle } from '../surroundings/rooms';
import { dropSearchIndex } from '../surroundings/search-index';
import { sameRandom, vocabulary } from '../surroundings/vocabulary';

const SIZE = 1_000_000;
const LIMIT = 50;
const CALLS = 60;
/** Each reads all that one may see. */
const BASELINE_CALLS = 2;
/** With more messages than this a call of the baseline takes many seconds: it is made once for each kind, and held against every measurement of ours. */
const BASELINE_ONCE_ABOVE = 2_000_000;
/** The page that "a later page" is. */
const LATER = 10;
const QUESTIONS = 20;

interface Question {
  readonly q: string;
  readonly cursor?: string | undefined;
}
type Asked = readonly Question[];
type Call = (question: Question) => Promise<{ readonly nextCursor?: string | null }>;

export const search: Bench<Comparison[]> = {
  summary: 'words of all kinds in a tenth of 2,040 rooms, against ILIKE over the same rooms (--size 1000000)',
  async run({ pairs, size = SIZE, say }) {
    const services = await durableServices(['messages'], say);
    const messages = messagesClient(services);
    try {
      const pool = services.pool('messages', 1);
      const random = sameRandom(2_026);
      const words = vocabulary(20_000, random);
      say(`Filling rooms with ${size} messages …`);
      const buildIndex = await dropSearchIndex(pool);
      const { memberId, memberRooms, rooms } = await fillCommunity(pool, size, words, random, say);
      say('Building the index …');
      await buildIndex();
      await settle(pool);
      say(await sizes(pool));
      const name = `${memberRooms} of ${rooms} rooms, ${size} messages`;
      const call: Call = ({ q, cursor }) => messages.search({ q, cursor, limit: LIMIT }, as(memberId));
      const baseline: Call = ({ q }) => ilike(pool, memberId, q);
      const usedMs = () => services.usedMs();
      return await askAll({ name, call, baseline, usedMs, kinds: kindsOf(words.words, random), pairs, size, say });
    } finally {
      await messages.close();
      await services.stop();
    }
  },
};

/** The first and a later page of each kind of question. */
export async function askAll({
  name,
  call,
  baseline,
  usedMs,
  kinds,
  pairs,
  size,
  say,
}: {
  readonly name: string;
  readonly call: Call;
  readonly baseline: Call;
  /** Processor time that the servers have used so far. */
  readonly usedMs: () => number;
  readonly kinds: Readonly<Record<string, readonly string[]>>;
  readonly pairs: number;
  readonly size: number;
  readonly say: (line: string) => void;
}): Promise<Comparison[]> {
  const comparisons: Comparison[] = [];
  for (const [kind, questions] of Object.entries(kinds)) {
    const first = questions.map((q) => ({ q }));
    const later = (await Promise.all(first.map((asked) => atLaterPage(asked, call)))).flat();
    for (const [page, asked] of [
      ['first page', first],
      [`page ${LATER}`, later],
    ] as const) {
      if (asked.length === 0) continue;
      say(`${kind}, ${page} …`);
      const single = size > BASELINE_ONCE_ABOVE ? await measure(asked, 1, baseline, usedMs) : undefined;
      const measured = await measurePairs(`${kind}, ${page}, ${name}`, pairs, {
        ours: () => measure(asked, CALLS, call, usedMs),
        baseline: async () => single ?? measure(asked, BASELINE_CALLS, baseline, usedMs),
      });
      comparisons.push(...measured);
    }
  }
  return comparisons;
}

/** Questions by what is hard about them. */
export function kindsOf(words: readonly string[], random: () => number): Readonly<Record<string, string[]>> {
  const some = (one: () => string) => Array.from({ length: QUESTIONS }, one);
  const between = (from: number, to: number) => words[from + Math.floor(random() * (to - from))] ?? '';
  const frequent = () => between(0, 50);
  const long = words.filter((word) => word.length > 1);
  return {
    'a common word': some(frequent).filter((word) => word.length > 1),
    'an ordinary word': some(() => between(200, 2_000)),
    'a rare word': some(() => between(10_000, 20_000)),
    'a beginning of two letters': some(() => (long[Math.floor(random() * long.length)] ?? '').slice(0, 2)),
    'a beginning of four letters': some(() => (long[Math.floor(random() * long.length)] ?? '').slice(0, 4)),
    'a common and an ordinary word': some(() => `${frequent()} ${between(100, 1_000)}`),
    'two ordinary words': some(() => `${between(100, 500)} ${between(100, 500)}`),
    'Japanese in a sentence': ['東京', '勉強', '日本', '漢字', '先生'],
    'what there is not': some(() => `${between(5_000, 20_000)}qx`),
  };
}

/** The question at a later page of its results, where there are so many. */
async function atLaterPage({ q }: Question, call: Call): Promise<Asked> {
  let cursor: string | undefined;
  for (let page = 1; page < LATER; page++) {
    const { nextCursor } = await call({ q, cursor });
    if (typeof nextCursor !== 'string') return [];
    cursor = nextCursor;
  }
  return [{ q, cursor }];
}

async function measure(asked: Asked, calls: number, call: Call, usedMs: () => number): Promise<Figures> {
  const waits: number[] = [];
  const usedBefore = usedMs();
  for (let place = 0; place < calls; place++) {
    const one = asked[place % asked.length];
    const calledAt = performance.now();
    if (one) await call(one);
    waits.push(performance.now() - calledAt);
  }
  return {
    ...{ 'p50 ms': quantile(waits, 0.5), 'p95 ms': quantile(waits, 0.95), 'p99 ms': quantile(waits, 0.99) },
    'server CPU ms/search': (usedMs() - usedBefore) / calls,
  };
}

/** As it is done without an index of words: the first page of what has the letters of each word anywhere. */
export async function ilike(pool: Pool, userId: string, q: string): Promise<object> {
  return pool.query(
    `SELECT m.room_id, m.seq, m.sender_id, m.created_at, m.text FROM members me JOIN messages m USING (room_id)
      WHERE me.user_id = $1 AND m.text ILIKE ALL ($2::text[]) ORDER BY m.created_at DESC LIMIT ${LIMIT + 1}`,
    [userId, q.split(' ').map((word) => `%${word}%`)],
  );
}

async function sizes(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ table: string; words: string }>(
    `SELECT pg_size_pretty(sum(pg_table_size(relid))) AS table, (
        SELECT pg_size_pretty(sum(pg_relation_size(indexrelid))) FROM pg_index WHERE indexrelid::regclass::text LIKE '%search_vector_idx'
      ) AS words FROM pg_partition_tree('messages') WHERE isleaf`,
  );
  return `The history takes ${rows[0]?.table ?? '?'}, its words ${rows[0]?.words ?? '?'}.`;
}
