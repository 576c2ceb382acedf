import { Injectable } from '@nestjs/common';
import { ParleyError, type OwnProfile, type ProfilePatch } from '@parley/contracts';
import { transaction } from '@parley/server-database';
import { DataSource, Not, type QueryDeepPartialEntity } from 'typeorm';
import { AccountEntity } from '../accounts/account.entity';
import { lockAccount } from '../accounts/lock-account';
import { readMemberSkills } from '../skills/member-skills';
import { nameTerm } from './name-term';
import { PrivacyReplication } from './privacy-replication';
import { toOwnProfile } from './profile-mapper';
import { ProfileEntity } from './profile.entity';

/** Members' own profiles: read one, change one. */
@Injectable()
export class OwnProfiles {
  constructor(
    private readonly db: DataSource,
    private readonly privacy: PrivacyReplication,
  ) {}

  /** @throws ParleyError `unauthenticated` where the account is gone, though its access token still lives */
  async read(userId: string): Promise<OwnProfile> {
    const { manager } = this.db;
    const [account, profile, skills] = await Promise.all([
      manager.findOne(AccountEntity, {
        where: { id: userId, status: Not('deleted') },
        select: { id: true, email: true },
      }),
      manager.findOneBy(ProfileEntity, { userId }),
      readMemberSkills(manager, [userId]),
    ]);
    if (!account || !profile) throw new ParleyError('unauthenticated', 'This account no longer exists.');
    return toOwnProfile(profile, skills.get(userId) ?? [], account);
  }

  /**
   * Changes the fields that are given, and answers the whole profile. When this returns, nobody is told any more what was switched off.
   * @throws ParleyError `unavailable` where the change is kept but the messages service could not be told of the switches yet; `unauthenticated` where the
   * account is gone
   */
  async patch(userId: string, patch: ProfilePatch): Promise<OwnProfile> {
    const changes = columnsOf(patch);
    if (Object.keys(changes).length > 0) {
      await transaction(this.db, async (manager) => {
        // What comes behind a deletion shall not write into what it left.
        await lockAccount(manager, userId);
        await manager.update(ProfileEntity, { userId }, changes);
      });
    }
    if (patch.privacy !== undefined) await this.privacy.confirm(userId);
    return this.read(userId);
  }
}

/** Names each column that a patch may change: what is not here cannot be written. */
function columnsOf(patch: ProfilePatch): QueryDeepPartialEntity<ProfileEntity> {
  const { displayName, headline, bio, location, timezone, languages, avatarUrl, privacy = {} } = patch;
  const { showPresence, sendReadReceipts, sendTyping } = privacy;
  return {
    ...(displayName !== undefined && { displayName, nameTerm: nameTerm(displayName) }),
    ...(headline !== undefined && { headline }),
    ...(bio !== undefined && { bio }),
    ...(location !== undefined && { location }),
    ...(timezone !== undefined && { timezone }),
    ...(languages !== undefined && { languages: [...new Set(Intl.getCanonicalLocales(languages))] }),
    ...(avatarUrl !== undefined && { avatarUrl }),
    ...(showPresence !== undefined && { showPresence }),
    ...(sendReadReceipts !== undefined && { sendReadReceipts }),
    ...(sendTyping !== undefined && { sendTyping }),
    ...(patch.privacy !== undefined && { privacyVersion: () => 'privacy_version + 1' }),
  };
}
