import { limits, type Reaction } from '@parley/contracts';
import fc from 'fast-check';
import { withReaction } from './with-reaction';

const [ane, jon] = ['ane', 'jon'];
const put = (userId: string, emoji: string) => ({ userId, emoji, on: true });

it('lists emoji in the order in which they came, and people in the order of reacting', () => {
  let reactions: readonly Reaction[] = [];
  for (const [userId, emoji] of [
    [ane, '👍'],
    [jon, '❤️'],
    [jon, '👍'],
  ] as const)
    reactions = withReaction(reactions, put(userId, emoji));
  expect(reactions).toEqual([
    { emoji: '👍', userIds: [ane, jon] },
    { emoji: '❤️', userIds: [jon] },
  ]);
});

it('ends up with exactly what everybody put last, whatever came before', () => {
  const change = fc.record({
    userId: fc.constantFrom('a', 'b', 'c'),
    emoji: fc.constantFrom('👍', '❤️', '😂'),
    on: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
      const expected = new Set<string>();
      let reactions: readonly Reaction[] = [];
      for (const each of changes) {
        const key = `${each.emoji} ${each.userId}`;
        const next = withReaction(reactions, each);
        expect(next === reactions).toBe(expected.has(key) === each.on);
        reactions = next;
        if (each.on) expected.add(key);
        else expected.delete(key);
      }
      const listed = reactions.flatMap(({ emoji, userIds }) => userIds.map((userId) => `${emoji} ${userId}`));
      expect(listed.toSorted()).toEqual([...expected].toSorted());
      expect(new Set(reactions.map(({ emoji }) => emoji)).size).toBe(reactions.length);
    }),
  );
});

it('has a bound on emoji and on reactions in all, which taking back ignores', () => {
  const many = Array.from({ length: limits.emojiPerMessage }, (_, n) => ({ emoji: `e${n}`, userIds: [jon] }));
  expect(() => withReaction(many, put(ane, '👍'))).toThrow('20 different emoji');
  expect(withReaction(many, put(ane, 'e3'))[3]).toEqual({ emoji: 'e3', userIds: [jon, ane] });
  const crowd = [{ emoji: '👍', userIds: Array.from({ length: limits.reactionsPerMessage }, (_, n) => `user ${n}`) }];
  expect(() => withReaction(crowd, put(ane, '👍'))).toThrow('500 reactions');
  expect(withReaction(crowd, { userId: 'user 7', emoji: '👍', on: false })[0]?.userIds).not.toContain('user 7');
});
