import type { LearntSkill, OwnProfile, PublicProfile, SkillLists, TaughtSkill, UserSummary } from '@parley/contracts';
import type { MemberSkillRow } from '../skills/member-skills';
import type { ProfileEntity } from './profile.entity';

/** A person beside rooms, messages and matches: these fields and no others. */
export function toSummary({
  userId,
  displayName,
  headline,
  location,
  avatarUrl,
}: Pick<ProfileEntity, 'userId' | 'displayName' | 'headline' | 'location' | 'avatarUrl'>): UserSummary {
  return { id: userId, displayName, headline, location, avatarUrl };
}

/** A profile as others see it. */
export function toPublicProfile(profile: ProfileEntity, skills: readonly MemberSkillRow[]): PublicProfile {
  const { bio, timezone, languages, createdAt } = profile;
  return {
    ...toSummary(profile),
    ...{ bio, timezone, languages, createdAt: createdAt.toISOString() },
    ...toSkillLists(skills),
  };
}

/** A profile as its owner sees it. */
export function toOwnProfile(
  profile: ProfileEntity,
  skills: readonly MemberSkillRow[],
  { email }: { email: string },
): OwnProfile {
  const { showPresence, sendReadReceipts, sendTyping } = profile;
  return { ...toPublicProfile(profile, skills), email, privacy: { showPresence, sendReadReceipts, sendTyping } };
}

/** A member's skills, in the member's own order, as the two lists. */
export function toSkillLists(skills: readonly MemberSkillRow[]): SkillLists {
  return {
    teaches: skills.flatMap(({ list, skillId, name, level, note }): TaughtSkill[] =>
      list === 'teaches' && level ? [{ skill: { id: skillId, name }, level, note }] : [],
    ),
    learns: skills.flatMap(({ list, skillId, name, level, note }): LearntSkill[] =>
      list === 'learns' ? [{ skill: { id: skillId, name }, level, note }] : [],
    ),
  };
}
