import { Inject, Injectable } from '@nestjs/common';
import { type chatroomsRpc, limits, type RpcInput, type RpcOutput } from '@parley/contracts';
import { namedQuery, transaction } from '@parley/server-database';
import type { Actor } from '@parley/server-rpc';
import { DataSource, type EntityManager, In } from 'typeorm';
import { type UsersClient, usersClient } from '../neighbours/clients';
import { requireContactable } from '../neighbours/require-contactable';
import { holdRoom } from '../rooms/hold-room';
import { readRecord } from '../rooms/read-records';
import { noSuchRoom, refused } from '../rooms/refusals';
import { RoomEntity } from '../rooms/room.entity';
import { MemberEntity } from './member.entity';
import { MembershipReplication } from './membership-replication';
import { nextMembership } from './next-membership';
import { unconfirmedJoiners } from './unconfirmed-joiners';

type Invited = RpcOutput<typeof chatroomsRpc.invite>;

const insertMembers = {
  name: 'invite_members',
  text: `
    INSERT INTO members (room_id, user_id, role, joined_at, joined_version)
    SELECT $1, invited.user_id, 'member', clock_timestamp(), $3 FROM unnest($2::uuid[]) AS invited (user_id)
    ON CONFLICT (room_id, user_id) DO NOTHING
    RETURNING user_id`,
};

@Injectable()
export class InviteMembers {
  constructor(
    private readonly db: DataSource,
    @Inject(usersClient) private readonly users: UsersClient,
    private readonly replication: MembershipReplication,
  ) {}

  /**
   * Brings people into a group; any member may. Who is in already stays as they are, whatever divides them from the one who invites.
   * @throws ParleyError `not_found` for who is not in the room, and for people who do not exist or are divided by a block; `forbidden`
   * in a direct room; `conflict` where the group would have more than 1,000 members; `unavailable` where they are in but not told yet
   */
  async run({ roomId, memberIds }: RpcInput<typeof chatroomsRpc.invite>, actor: Actor): Promise<Invited> {
    const newcomers = await this.#newcomers(roomId, [...new Set(memberIds)], actor.userId);
    await requireContactable(this.users, actor, newcomers);
    const invited = await transaction(this.db, (manager) => invite(manager, roomId, newcomers, actor.userId));
    await this.replication.confirm(roomId);
    return invited;
  }

  /** Those of the people who are not in the room. */
  async #newcomers(roomId: string, userIds: string[], inviterId: string): Promise<string[]> {
    const { manager } = this.db;
    const room = await manager.findOneBy(RoomEntity, { roomId });
    const present = await manager.findBy(MemberEntity, { roomId, userId: In([...userIds, inviterId]) });
    const isIn = new Set(present.map((member) => member.userId));
    if (!room || !isIn.has(inviterId)) throw noSuchRoom();
    if (room.kind === 'direct') throw refused('A direct room is for two.');
    return userIds.filter((userId) => !isIn.has(userId));
  }
}

async function invite(manager: EntityManager, roomId: string, userIds: string[], inviterId: string): Promise<Invited> {
  const { room } = await holdRoom(manager, roomId, inviterId);
  const inserted = await namedQuery(manager, insertMembers, [roomId, userIds, room.membershipVersion + 1]);
  if (inserted.length > 0) await nextMembership(manager, room);
  if ((await manager.countBy(MemberEntity, { roomId })) > limits.groupMembers) {
    throw refused(`A group has at most ${limits.groupMembers} members.`, 'conflict');
  }
  const joined = await unconfirmedJoiners(manager, roomId);
  return { room: await readRecord(manager, inviterId, roomId), joined };
}
