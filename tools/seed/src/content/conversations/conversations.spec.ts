import { people } from '../people';
import { conversations } from './index';

const emails = new Set(people.map(({ email }) => email));
const ana = 'ana@parley.example';

describe('the conversations of the sandbox', () => {
  const named = conversations.map((room) => [room.title ?? room.members.join(' and '), room] as const);

  it('are some direct rooms, at most one a pair, and two groups; many are Ana’s', () => {
    const direct = conversations.filter(({ kind }) => kind === 'direct');
    const pairs = direct.map(({ members }) => members.toSorted().join(' '));
    expect(direct.length).toBeGreaterThanOrEqual(14);
    expect(new Set(pairs).size).toBe(direct.length);
    expect(conversations.length - direct.length).toBe(2);
    expect(direct.filter(({ members }) => members.includes(ana)).length).toBeGreaterThanOrEqual(7);
  });

  it('leave the pair of the long conversation its room', () => {
    const anaAndJonas = conversations.filter(
      ({ kind, members }) => kind === 'direct' && members.includes(ana) && members.includes('jonas@parley.example'),
    );
    expect(anaAndJonas).toEqual([]);
  });

  it.each(named)('%s: known members, as many as its kind has', (_, { kind, title, members }) => {
    expect(members.filter((email) => !emails.has(email))).toEqual([]);
    expect(new Set(members).size).toBe(members.length);
    if (kind === 'direct') {
      expect(members).toHaveLength(2);
      expect(title).toBeUndefined();
    } else {
      expect(members.length).toBeGreaterThan(2);
      expect(title).toMatch(/^\S.{0,98}\S$/u);
    }
  });

  it.each(named)('%s: 6 to 60 messages by members, each of whom writes', (_, { members, messages }) => {
    expect(messages.length).toBeGreaterThanOrEqual(6);
    expect(messages.length).toBeLessThanOrEqual(60);
    expect([...new Set(messages.map(({ from }) => from))].toSorted()).toEqual(members.toSorted());
  });

  it.each(named)('%s: texts as they are stored', (_, { messages }) => {
    const texts = messages.map(({ text }) => text);
    expect(texts.filter((text) => text !== text.trim().normalize('NFC') || text === '')).toEqual([]);
    expect(Math.max(...texts.map((text) => [...text].length))).toBeLessThanOrEqual(8_000);
  });

  it.each(named)('%s: from the past to now', (_, { messages }) => {
    const times = messages.map(({ minutesAgo }) => minutesAgo);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(Math.min(...times)).toBeGreaterThan(0);
  });

  it.each(named)(
    '%s: who has not read to the end has read what they answered',
    (_, { members, messages, readUpTo = {} }) => {
      for (const [email, index] of Object.entries(readUpTo)) {
        expect(members).toContain(email);
        expect(index).toBeLessThan(messages.length - 1);
        expect(index).toBeGreaterThanOrEqual(messages.findLastIndex(({ from }) => from === email));
      }
    },
  );

  it('leave Ana something unread', () => {
    expect(conversations.filter(({ readUpTo = {} }) => ana in readUpTo).length).toBeGreaterThanOrEqual(3);
  });
});
