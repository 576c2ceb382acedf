import type { OverviewItem, UserSummary } from '@parley/contracts';

type Named = Pick<OverviewItem, 'kind' | 'title' | 'members'>;

/** The other one of a direct room; null for a group, and where they are not there any more. */
export function otherMember(room: Named | null, ownId: string): UserSummary | null {
  if (room?.kind !== 'direct') return null;
  return room.members.find((member) => member.user.id !== ownId)?.user ?? null;
}

/** What a room is called for this person: the other's name, or the group's title. Empty where neither is known. */
export function roomName(room: Named | null, ownId: string): string {
  return otherMember(room, ownId)?.displayName ?? room?.title ?? '';
}
