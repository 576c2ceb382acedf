import type { Skill, SkillLevel } from '@parley/contracts';
import type { EntityManager } from 'typeorm';
import { unlisted } from '../accounts/unlisted';
import { dividedFrom } from '../blocks/divided';

/**
 * People who are weighed for one member at most. Beyond them, those with the most in common are taken: mutual ones
 * first, then by the number of skills. Nobody pages through thousands, and memory has a bound.
 */
export const candidatesMax = 2_000;

/** A skill that one side teaches and the other wants to learn. */
export interface SkillInCommon {
  skill: Skill;
  direction: 'theyTeachYou' | 'youTeachThem';
  teacherLevel: SkillLevel;
  learnerLevel: SkillLevel | null;
}

/** Somebody who has a skill for the viewer, or wants one of the viewer's. */
export interface Candidate {
  userId: string;
  timezone: string | null;
  languages: string[];
  skills: SkillInCommon[];
  /** All that they teach, also to others. */
  teaches: string[];
}

/** Everybody to be weighed for the viewer; nobody whom a block divides from them. One query. */
export async function readCandidates(manager: EntityManager, viewerId: string): Promise<Candidate[]> {
  return manager.query<Candidate[]>(
    `SELECT found.user_id AS "userId", profiles.timezone, profiles.languages, found.skills,
       ARRAY(SELECT skill_id FROM member_skills taught
             WHERE taught.user_id = found.user_id AND taught.list = 'teaches') AS teaches
     FROM (
       SELECT theirs.user_id,
         count(DISTINCT theirs.list) AS directions,
         count(*) AS in_common,
         json_agg(CASE theirs.list
           WHEN 'teaches' THEN json_build_object('skill', json_build_object('id', skills.id, 'name', skills.name),
             'direction', 'theyTeachYou', 'teacherLevel', theirs.level, 'learnerLevel', mine.level)
           ELSE json_build_object('skill', json_build_object('id', skills.id, 'name', skills.name),
             'direction', 'youTeachThem', 'teacherLevel', mine.level, 'learnerLevel', theirs.level)
           END ORDER BY skills.id) AS skills
       FROM member_skills mine
       JOIN member_skills theirs ON theirs.skill_id = mine.skill_id AND theirs.list <> mine.list
       JOIN skills ON skills.id = mine.skill_id
       WHERE mine.user_id = $1 AND theirs.user_id <> $1 AND theirs.user_id NOT IN ${dividedFrom('$1')}
         AND theirs.user_id NOT IN ${unlisted}
       GROUP BY theirs.user_id
       ORDER BY directions DESC, in_common DESC, theirs.user_id
       LIMIT $2
     ) found JOIN profiles ON profiles.user_id = found.user_id`,
    [viewerId, candidatesMax],
  );
}
