import { limits, ParleyError, type Reaction } from '@parley/contracts';

/** Somebody's reaction, put (`on`) or taken back. */
export interface ReactionChange {
  readonly userId: string;
  readonly emoji: string;
  readonly on: boolean;
}

/**
 * The reactions to a message once one was put or taken back; the same array where that changes nothing. An emoji keeps its place while
 * anybody reacts with it, and goes with the last one.
 * @throws ParleyError `conflict` where one more would be too many.
 */
export function withReaction(
  reactions: readonly Reaction[],
  { userId, emoji, on }: ReactionChange,
): readonly Reaction[] {
  const present = reactions.find((reaction) => reaction.emoji === emoji);
  if ((present?.userIds.includes(userId) ?? false) === on) return reactions;
  if (!on) {
    return reactions
      .map((each) => (each === present ? { emoji, userIds: each.userIds.filter((id) => id !== userId) } : each))
      .filter(({ userIds }) => userIds.length > 0);
  }
  const count = reactions.reduce((sum, { userIds }) => sum + userIds.length, 0);
  if (count >= limits.reactionsPerMessage) {
    throw new ParleyError('conflict', `A message takes at most ${limits.reactionsPerMessage} reactions.`);
  }
  if (present) {
    return reactions.map((each) => (each === present ? { emoji, userIds: [...each.userIds, userId] } : each));
  }
  if (reactions.length >= limits.emojiPerMessage) {
    throw new ParleyError('conflict', `A message takes at most ${limits.emojiPerMessage} different emoji.`);
  }
  return [...reactions, { emoji, userIds: [userId] }];
}
