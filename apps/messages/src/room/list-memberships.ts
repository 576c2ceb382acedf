import { namedQuery } from '@parley/server-database';
import type { DataSource } from 'typeorm';

const memberships = { name: 'memberships', text: 'SELECT room_id AS "roomId" FROM members WHERE user_id = $1' };

/** The ids of all rooms that a person is in. */
export async function listMemberships(dataSource: DataSource, userId: string): Promise<{ roomIds: string[] }> {
  const rows = await namedQuery<{ roomId: string }>(dataSource, memberships, [userId]);
  return { roomIds: rows.map((row) => row.roomId) };
}
