import { Injectable } from '@nestjs/common';
import type { RpcInput, Skill, usersRpc } from '@parley/contracts';
import { DataSource } from 'typeorm';
import { normaliseSkillTerm } from '../catalogue';

/** Completes what somebody has typed of a skill's name, or of another word for it. */
@Injectable()
export class CompleteSkill {
  constructor(private readonly db: DataSource) {}

  /**
   * Each skill once, best first: the word itself, then names and synonyms that begin with it, then those in which a
   * later word begins with it, then those that hold it anywhere. Without a query the catalogue by name.
   */
  async run({ query = '', limit }: RpcInput<typeof usersRpc.skills>): Promise<{ items: Skill[] }> {
    const term = normaliseSkillTerm(query);
    // Signs alone name nothing; only nothing at all asks for everything.
    if (term === '' && query.trim() !== '') return { items: [] };
    // A normal form has no % and no _, and so means itself in a pattern.
    const items = await this.db.query<Skill[]>(
      `SELECT skills.id, skills.name
       FROM (
         SELECT skill_id, min(CASE
           WHEN $1 = '' THEN 0
           WHEN term = $1 THEN 0
           WHEN term LIKE $1 || '%' AND is_name THEN 1
           WHEN term LIKE $1 || '%' THEN 2
           WHEN term LIKE '% ' || $1 || '%' THEN 3
           ELSE 4 END) AS rank
         FROM skill_terms WHERE term LIKE '%' || $1 || '%'
         GROUP BY skill_id
       ) found JOIN skills ON skills.id = found.skill_id
       ORDER BY found.rank, CASE WHEN $1 = '' THEN 0 ELSE length(skills.name) END, skills.name COLLATE "C"
       LIMIT $2`,
      [term, limit],
    );
    return { items };
  }
}
