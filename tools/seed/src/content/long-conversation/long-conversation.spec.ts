import fc from 'fast-check';
import { longConversation, longConversationLength } from './index';

const now = new Date('2026-11-22T19:30:00.000Z');
const room = longConversation(now);
const texts = room.messages.map(({ text }) => text);
const lengths = texts.map((text) => [...text].length).toSorted((a, b) => a - b);

/** Unix times in milliseconds. */
function times(of: Date): number[] {
  return longConversation(of).messages.map(({ minutesAgo }) => of.getTime() - minutesAgo * 60_000);
}

describe('longConversation', () => {
  it('is 5,000 messages between two people who both write', () => {
    expect(longConversationLength).toBe(5_000);
    expect(room).toMatchObject({ kind: 'direct', members: ['jonas@parley.example', 'ana@parley.example'] });
    expect(room.messages).toHaveLength(longConversationLength);
    for (const member of room.members) {
      expect(room.messages.filter(({ from }) => from === member).length).toBeGreaterThan(2_000);
    }
  });

  it('is the same for the same seed and moment', () => {
    expect(longConversation(now)).toEqual(room);
  });

  it('says the same at any moment, and other things with another seed', () => {
    expect(longConversation(new Date('2027-03-01T00:00:05.250Z')).messages.map(({ text }) => text)).toEqual(texts);
    expect(longConversation(now, 7).messages.map(({ text }) => text)).not.toEqual(texts);
  });

  it('runs forward, whatever the time of day', () => {
    const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moments, (moment) => {
        const sent = times(moment);
        expect(sent.findIndex((time, index) => index > 0 && time <= (sent[index - 1] ?? 0))).toBe(-1);
        expect(sent.at(-1)).toBeLessThan(moment.getTime());
      }),
      { numRuns: 12 },
    );
  });

  it('took two years of evenings, with days between them', () => {
    const sent = times(now);
    const days = (now.getTime() - (sent[0] ?? 0)) / 86_400_000;
    expect(days).toBeGreaterThan(600);
    expect(days).toBeLessThan(900);
    const evenings = sent.filter((time) => new Date(time).getUTCHours() >= 17);
    expect(evenings.length / sent.length).toBeGreaterThan(0.9);
    const gaps = sent.slice(1).filter((time, index) => time - (sent[index] ?? 0) > 12 * 3_600_000);
    expect(gaps.length).toBeGreaterThan(200);
  });

  it.each([1, 7, 1958])('says nothing twice within 20 messages (seed %i)', (seed) => {
    const said = longConversation(now, seed).messages.map(({ text }) => text);
    const repeated = said.filter((text, index) => said.slice(Math.max(0, index - 20), index).includes(text));
    expect(repeated).toEqual([]);
  });

  it('has texts as they are stored', () => {
    expect(texts.filter((text) => text !== text.trim().normalize('NFC'))).toEqual([]);
    expect(lengths[0]).toBeGreaterThanOrEqual(1);
    expect(lengths.at(-1)).toBeLessThanOrEqual(8_000);
  });

  it('has the lengths of a chat: mostly short, some long', () => {
    expect(lengths[2_500]).toBeGreaterThan(30);
    expect(lengths[2_500]).toBeLessThan(60);
    expect(lengths.filter((length) => length > 800).length).toBeGreaterThanOrEqual(10);
  });

  it('has code, links and emoji, and mostly says new things', () => {
    expect(texts.filter((text) => text.includes('```ts')).length).toBeGreaterThan(100);
    expect(texts.filter((text) => text.includes('https://')).length).toBeGreaterThan(15);
    expect(texts.filter((text) => /\p{Extended_Pictographic}/u.test(text)).length).toBeGreaterThan(100);
    expect(new Set(texts).size).toBeGreaterThan(2_900);
  });

  it('ends with two messages that Ana has not read', () => {
    expect(room.readUpTo).toEqual({ 'ana@parley.example': 4_997 });
    expect(room.messages.slice(-2).map(({ from }) => from)).toEqual(['jonas@parley.example', 'jonas@parley.example']);
  });
});
