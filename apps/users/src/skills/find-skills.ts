import type { EntityManager } from 'typeorm';
import { normaliseSkillTerm } from '../catalogue';
import { resolveSkills } from './resolve-skills';

/**
 * The skills that a word in a search may mean: the one that it names by id, name or synonym, or else all that begin with
 * it, so that half a word finds something while it is typed. Empty where there is none.
 */
export async function findSkills(manager: EntityManager, word: string): Promise<string[]> {
  const [named] = await resolveSkills(manager, [word]);
  if (named !== undefined) return [named];
  const term = normaliseSkillTerm(word);
  if (term === '') return [];
  // A normal form has no % and no _, and so means itself in a pattern.
  const rows = await manager.query<{ id: string }[]>(
    `SELECT DISTINCT skill_id AS id FROM skill_terms WHERE term LIKE $1 || '%'`,
    [term],
  );
  return rows.map(({ id }) => id);
}
