import { Injectable } from '@nestjs/common';
import { ParleyError, type RpcOutput, type usersRpc } from '@parley/contracts';
import { transaction } from '@parley/server-database';
import type { Actor } from '@parley/server-rpc';
import { DataSource, type EntityManager } from 'typeorm';
import { AccountEntity } from '../accounts/account.entity';
import { recordEvent } from '../security-events/record-event';
import { endSignIns } from '../sessions/end-sign-ins';
import { Moderators } from './moderators';

/** Shuts accounts, and lets them be again what they were. */
@Injectable()
export class Suspension {
  constructor(
    private readonly db: DataSource,
    private readonly moderators: Moderators,
  ) {}

  /** May be repeated. @throws ParleyError `forbidden` to who is no moderator and for the account of one, `not_found` */
  async begin(userId: string, actor: Actor): Promise<RpcOutput<typeof usersRpc.suspend>> {
    await this.moderators.assert(actor);
    return transaction(this.db, async (manager) => {
      const account = await lockMember(manager, userId);
      if (this.moderators.has(account)) throw new ParleyError('forbidden', 'Moderators are not suspended.');
      if (account.status === 'suspended') return { endedIds: [] };
      await manager.update(AccountEntity, { id: userId }, { status: 'suspended', statusBefore: account.status });
      await recordEvent(manager, 'suspended', { userId, actorId: actor.userId });
      return { endedIds: await endSignIns(manager, userId, 'suspended', { keys: true }) };
    });
  }

  /** May be repeated. @throws ParleyError `forbidden` to who is no moderator, `not_found` */
  async lift(userId: string, actor: Actor): Promise<Record<string, never>> {
    await this.moderators.assert(actor);
    await transaction(this.db, async (manager) => {
      const account = await lockMember(manager, userId);
      if (account.status !== 'suspended') return;
      // Not `active` where its owner had closed it for now: they alone open it.
      const status = account.statusBefore ?? 'active';
      await manager.update(AccountEntity, { id: userId }, { status, statusBefore: null });
      await recordEvent(manager, 'suspension_lifted', { userId, actorId: actor.userId });
    });
    return {};
  }
}

async function lockMember(manager: EntityManager, id: string): Promise<AccountEntity> {
  const account = await manager.findOne(AccountEntity, { where: { id }, lock: { mode: 'for_no_key_update' } });
  if (account === null || account.status === 'deleted') throw new ParleyError('not_found', 'There is no such member.');
  return account;
}
