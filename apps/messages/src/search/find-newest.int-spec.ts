import fc from 'fast-check';
import { importMessages } from '../message/import-messages';
import { aPerson, messagesFixture, type MessagesFixture } from '../messages.fixture';
import type { Pace } from './find-newest';
import { searchMessages } from './search-messages';

/** Words, and in how many texts each is once. */
const WORDS: readonly (readonly [string, number])[] = [
  ...([
    ['kaixo', 2],
    ['kaleidoscope', 3],
    ['Straße', 5],
    ['café', 11],
    ['東京タワー', 20],
    ['x', 1],
  ] as const),
];
const ane = aPerson();
let fixture: MessagesFixture;
const rooms: { roomId: string; texts: string[] }[] = [];
beforeAll(async () => {
  fixture = await messagesFixture();
  // So many that nearly every partition of the history has some.
  for (let place = 0; place < 40; place++) {
    const { roomId } = await fixture.aRoom({ people: [ane] });
    const texts = Array.from({ length: place * 2 }, (_, n) => textAt(place * 1_009 + n));
    const messages = texts.map((text, n) => ({
      ...{ senderId: ane, clientMessageId: aPerson(), text },
      createdAt: new Date(Date.UTC(2026, 0, 1) + (n * 40 + place) * 1_000).toISOString(),
    }));
    if (messages.length > 0) await importMessages(fixture.db, { roomId, messages });
    rooms.push({ roomId, texts });
  }
});
afterAll(() => fixture.close());

/** The same text for the same seed. */
function textAt(seed: number): string {
  const hash = (seed * 2_654_435_761) >>> 8;
  return WORDS.flatMap(([word, oneIn]) => (hash % oneIn === 0 ? [word] : [])).join(' ');
}

/** What is found, by another way. */
function expected(begins: readonly string[]): string[] {
  const hits = rooms.flatMap(({ roomId, texts }, place) =>
    texts.flatMap((text, n) =>
      begins.every((begin) => text.split(' ').some((word) => word.startsWith(begin))) ? [{ roomId, n, place }] : [],
    ),
  );
  return hits
    .sort((one, other) => other.n * 40 + other.place - (one.n * 40 + one.place))
    .map(({ roomId, n }) => `${roomId} ${n + 1}`);
}

async function walk(q: string, limit: number, pace: Pace): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await searchMessages(fixture.db, ane, { q, limit, cursor }, { pace });
    found.push(...page.items.map(({ roomId, seq }) => `${roomId} ${seq}`));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}

it('finds the same by reading and by the index, page after page, wherever it goes over from one to the other', async () => {
  // One letter is no question by itself.
  const begins = fc
    .tuple(
      fc.uniqueArray(fc.constantFrom('ka', 'kaixo', 'kal', 'Straße', 'café', '東京'), { minLength: 1, maxLength: 2 }),
      fc.constantFrom([], [], ['S'], ['k', 'x']),
    )
    .map(([words, letters]) => [...letters, ...words]);
  const pace = fc.record({ read: fc.constantFrom(1, 100, 400, 5_000), rounds: fc.nat({ max: 3 }) });
  await fc.assert(
    fc.asyncProperty(begins, fc.integer({ min: 20, max: 100 }), pace, async (words, limit, pace) => {
      expect(await walk(words.join(' '), limit, pace)).toEqual(expected(words));
    }),
    { numRuns: 15 },
  );
});
