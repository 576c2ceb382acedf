import type { PublicProfile } from '@parley/contracts';
import { In, type EntityManager } from 'typeorm';
import { readMemberSkills } from '../skills/member-skills';
import { toPublicProfile } from './profile-mapper';
import { ProfileEntity } from './profile.entity';

/**
 * Public profiles in the order of the ids; those that there are not are left out. Two queries, however many there are.
 * Who may see whom is the caller's to decide.
 */
export async function readPublicProfiles(manager: EntityManager, userIds: readonly string[]): Promise<PublicProfile[]> {
  if (userIds.length === 0) return [];
  const [profiles, skills] = await Promise.all([
    manager.findBy(ProfileEntity, { userId: In(userIds) }),
    readMemberSkills(manager, userIds),
  ]);
  const byId = new Map(profiles.map((profile) => [profile.userId, profile]));
  return userIds.flatMap((userId) => {
    const profile = byId.get(userId);
    return profile ? [toPublicProfile(profile, skills.get(userId) ?? [])] : [];
  });
}
