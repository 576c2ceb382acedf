import type { OverviewItem, Room, RoomRecord, RoomState, UserSummary } from '@parley/contracts';

/**
 * A room out of what the three services know of it. `people` has an entry for each member; `viewerId` is the member for whom record and
 * state were read: their own read cursor is theirs to see even where nobody else may. Without one it is the room as everybody may see it.
 */
export function composeRoom(
  record: RoomRecord,
  state: RoomState,
  people: ReadonlyMap<string, UserSummary>,
  viewerId?: string,
): Room {
  const cursors = new Map(state.cursors.map(({ userId, lastReadSeq }) => [userId, lastReadSeq]));
  if (viewerId !== undefined) cursors.set(viewerId, state.lastReadSeq);
  return {
    id: record.id,
    kind: record.kind,
    title: record.title,
    members: record.members.flatMap(({ userId, role, joinedAt }) => {
      const user = people.get(userId);
      return user ? [{ user, role, joinedAt, lastReadSeq: cursors.get(userId) ?? 0 }] : [];
    }),
    lastSeq: state.lastSeq,
    revision: state.revision,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
  };
}

/** A room as the overview shows it to the member for whom record and state were read. */
export function composeOverviewItem(
  record: RoomRecord,
  state: RoomState,
  people: ReadonlyMap<string, UserSummary>,
  viewerId: string,
): OverviewItem {
  return {
    ...composeRoom(record, state, people, viewerId),
    ...record.settings,
    request: state.request,
    lastMessage: state.lastMessage,
    unreadCount: state.unreadCount,
    lastReadSeq: state.lastReadSeq,
  };
}
