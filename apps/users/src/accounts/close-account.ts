import { Injectable } from '@nestjs/common';
import type { RpcInput, RpcOutput, usersRpc } from '@parley/contracts';
import { transaction } from '@parley/server-database';
import type { Actor } from '@parley/server-rpc';
import { DataSource, type EntityManager } from 'typeorm';
import { MailJobEntity } from '../mail/mail-job.entity';
import { MailTokenEntity } from '../mail/mail-token.entity';
import { IdentityEntity } from '../oidc/identity.entity';
import { LastSeenEntity } from '../presence/last-seen.entity';
import { ProfileEntity } from '../profiles/profile.entity';
import { SecondFactorEntity } from '../second-factor/second-factor.entity';
import { recordEvent } from '../security-events/record-event';
import { endSignIns } from '../sessions/end-sign-ins';
import { MemberSkillEntity } from '../skills/member-skill.entity';
import { AccountEntity } from './account.entity';
import { ConfirmPassword } from './confirm-password';
import { lockOwnAccount } from './lock-own-account';

type Ended = RpcOutput<typeof usersRpc.deactivate>;

/** Closes accounts at their owner's wish: for now, or for good. */
@Injectable()
export class CloseAccount {
  constructor(
    private readonly db: DataSource,
    private readonly confirm: ConfirmPassword,
  ) {}

  /** Nobody finds the member until they sign in again. @throws ParleyError `validation_failed` at `password` for a wrong one */
  async deactivate({ password, client }: RpcInput<typeof usersRpc.deactivate>, actor: Actor): Promise<Ended> {
    await this.confirm.run(actor, password, 'password', client);
    return transaction(this.db, async (manager) => {
      const { id } = await lockOwnAccount(manager, actor);
      await manager.update(AccountEntity, { id, status: 'active' }, { status: 'deactivated' });
      await recordEvent(manager, 'deactivated', { userId: id, client });
      return { endedIds: await endSignIns(manager, id, 'deactivated', { keys: true }) };
    });
  }

  /**
   * Leaves a tombstone: the id, so that rooms and messages go on pointing at somebody, under a name that says what happened. The address is free again.
   * Errors as of `deactivate`.
   */
  async delete({ password, client }: RpcInput<typeof usersRpc.deleteAccount>, actor: Actor): Promise<Ended> {
    await this.confirm.run(actor, password, 'password', client);
    return transaction(this.db, async (manager) => {
      const account = await lockOwnAccount(manager, actor);
      await forget(manager, account);
      await recordEvent(manager, 'deleted', { userId: account.id, client });
      return { endedIds: await endSignIns(manager, account.id, 'deleted', { keys: true }) };
    });
  }
}

async function forget(manager: EntityManager, { id: userId, email }: AccountEntity): Promise<void> {
  await manager.update(
    AccountEntity,
    { id: userId },
    { email: `deleted:${userId}`, emailVerifiedAt: null, passwordHash: '', status: 'deleted' },
  );
  await manager.update(
    ProfileEntity,
    { userId },
    {
      ...{ displayName: 'Deleted member', nameTerm: '', headline: '', bio: '', location: '' },
      ...{ timezone: null, languages: [], avatarUrl: null },
      ...{ showPresence: false, sendReadReceipts: false, sendTyping: false },
      privacyVersion: () => 'privacy_version + 1',
    },
  );
  await manager.delete(MemberSkillEntity, { userId });
  await manager.delete(LastSeenEntity, { userId });
  await manager.delete(SecondFactorEntity, { userId });
  await manager.delete(IdentityEntity, { userId });
  await manager.delete(MailTokenEntity, { userId });
  await manager.delete(MailJobEntity, [{ recipient: email }, { userId }]);
}
