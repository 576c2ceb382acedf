import { UuidSchema } from '@parley/contracts';
import type { EntityManager } from 'typeorm';
import { normaliseSkillTerm } from '../catalogue';

/**
 * The skill that each word names: by id, name or synonym, case and accents aside; `undefined` for words that name none.
 * In the order of the words. One query, however many there are.
 */
export async function resolveSkills(manager: EntityManager, words: readonly string[]): Promise<(string | undefined)[]> {
  const asked = words.map((word) => ({ id: UuidSchema.safeParse(word).data, term: normaliseSkillTerm(word) }));
  const rows = await manager.query<{ id: string; term: string | null }[]>(
    `SELECT id, NULL AS term FROM skills WHERE id = ANY($1::uuid[])
     UNION ALL SELECT skill_id, term FROM skill_terms WHERE term = ANY($2::text[])`,
    [asked.flatMap(({ id }) => id ?? []), asked.map(({ term }) => term)],
  );
  const ids = new Set(rows.map(({ id }) => id));
  const idOfTerm = new Map(rows.map(({ term, id }) => [term, id]));
  return asked.map(({ id, term }) => (id !== undefined && ids.has(id) ? id : idOfTerm.get(term)));
}
