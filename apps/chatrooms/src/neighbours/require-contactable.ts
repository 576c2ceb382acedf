import type { Actor } from '@parley/server-rpc';
import { noSuchPerson } from '../rooms/refusals';
import type { UsersClient } from './clients';

/** @throws ParleyError `not_found` where one of the people does not exist or is divided from the actor by a block; `unavailable` */
export async function requireContactable(users: UsersClient, actor: Actor, userIds: string[]): Promise<void> {
  if (userIds.length === 0) return;
  const contactable = new Set((await users.contactable({ userIds }, { actor })).userIds);
  if (!userIds.every((userId) => contactable.has(userId))) throw noSuchPerson();
}
