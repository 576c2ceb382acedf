import type { SkillLevel } from '@parley/contracts';
import type { EntityManager } from 'typeorm';
import type { SkillList } from './member-skill.entity';

/** A skill in one of a member's lists, with its name. */
export interface MemberSkillRow {
  userId: string;
  list: SkillList;
  skillId: string;
  name: string;
  level: SkillLevel | null;
  note: string | null;
}

/** The skills of these members, by member, each list in its owner's order. One query, however many there are. */
export async function readMemberSkills(
  manager: EntityManager,
  userIds: readonly string[],
): Promise<Map<string, MemberSkillRow[]>> {
  const rows = await manager.query<MemberSkillRow[]>(
    `SELECT member.user_id AS "userId", member.list, member.skill_id AS "skillId", skills.name, member.level, member.note
     FROM member_skills member JOIN skills ON skills.id = member.skill_id
     WHERE member.user_id = ANY($1::uuid[])
     ORDER BY member.user_id, member.list, member.position`,
    [userIds],
  );
  return Map.groupBy(rows, ({ userId }) => userId);
}
