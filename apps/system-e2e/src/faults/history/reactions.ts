import type { Reaction } from '@parley/contracts';

/** All reactions to a message as one text: the same text where they are the same. */
export function reactionsOf(reactions: readonly Reaction[] | null): string {
  return (reactions ?? [])
    .map(({ emoji, userIds }) => `${emoji} ${userIds.toSorted().join(' ')}`)
    .toSorted()
    .join(', ');
}

/** Whether somebody's reaction is among them. */
export function hasReaction(reactions: string, emoji: string, userId: string): boolean {
  return reactions.split(', ').some((each) => each.startsWith(`${emoji} `) && each.includes(userId));
}
