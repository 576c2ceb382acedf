import { Injectable } from '@nestjs/common';
import { chatroomsRpc, type CreateRoomInput, type RpcInput, type RpcOutput } from '@parley/contracts';
import { transaction } from '@parley/server-database';
import type { Actor } from '@parley/server-rpc';
import { DataSource, type EntityManager } from 'typeorm';
import { type Claim, IdempotencyKeys } from '../idempotency/idempotency-keys';
import { MembershipReplication } from '../members/membership-replication';
import { unconfirmedJoiners } from '../members/unconfirmed-joiners';
import { FoundGroup } from './found-group';
import { OpenDirectRoom, type OpenedRoom } from './open-direct-room';
import { readRecord } from './read-records';

type Created = RpcOutput<typeof chatroomsRpc.create>;

@Injectable()
export class CreateRoom {
  constructor(
    private readonly db: DataSource,
    private readonly direct: OpenDirectRoom,
    private readonly group: FoundGroup,
    private readonly keys: IdempotencyKeys,
    private readonly replication: MembershipReplication,
  ) {}

  /**
   * Opens the direct room of a pair, which has one for ever, or founds a group. When this resolves the room can be written in.
   * A repeat under the same `idempotencyKey` is answered as the first time, for as long as the actor is in the room.
   * @throws ParleyError `validation_failed`, `not_found` (a person, or at a repeat the room), `conflict` (the key), or `unavailable` where the
   * room is kept but cannot be written in yet: then a repeat answers it
   */
  async run({ room, idempotencyKey }: RpcInput<typeof chatroomsRpc.create>, actor: Actor): Promise<Created> {
    if (idempotencyKey === undefined) return this.#create(room, actor);
    const claim = await this.keys.claim({ userId: actor.userId, key: idempotencyKey, body: room });
    try {
      return await this.#create(room, actor, claim);
    } finally {
      await claim.release();
    }
  }

  async #create(room: CreateRoomInput, actor: Actor, claim?: Claim): Promise<Created> {
    const created = claim?.answer
      ? await this.#createdBefore(claim.answer, actor)
      : await this.#createOnce(await this.#prepare(room, actor), actor, claim);
    await this.replication.confirm(created.room.id);
    return created;
  }

  /** The first answer again. Whoever is out by now is not told to join: their sockets would hear the room again. */
  async #createdBefore(answer: unknown, actor: Actor): Promise<Created> {
    const { room, created, joined } = chatroomsRpc.create.output.parse(answer);
    const { members } = await readRecord(this.db, actor.userId, room.id);
    const isIn = new Set(members.map((member) => member.userId));
    return { room, created, joined: joined.filter((userId) => isIn.has(userId)) };
  }

  #prepare(room: CreateRoomInput, actor: Actor): Promise<(manager: EntityManager) => Promise<OpenedRoom>> {
    if (room.kind === 'group') return this.group.prepare(actor, room.title, room.memberIds);
    const [otherId = ''] = room.memberIds;
    return this.direct.prepare(actor, otherId);
  }

  #createOnce(open: (manager: EntityManager) => Promise<OpenedRoom>, actor: Actor, claim?: Claim): Promise<Created> {
    return transaction(this.db, async (manager) => {
      const { roomId, created } = await open(manager);
      const joined = await unconfirmedJoiners(manager, roomId);
      const answer = { room: await readRecord(manager, actor.userId, roomId), created, joined };
      await claim?.keep(manager, answer);
      return answer;
    });
  }
}
