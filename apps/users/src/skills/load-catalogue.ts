import { createHash } from 'node:crypto';
import { normaliseSkillTerm, skillCatalogue } from '../catalogue';

/** What runs a statement: a query runner or a manager. */
interface Executor {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

/** Tells one state of the catalogue from another: the first 48 bits of its SHA-256, in hex. */
export function catalogueDigest(): string {
  return createHash('sha256').update(JSON.stringify(skillCatalogue)).digest('hex').slice(0, 12);
}

/**
 * Brings the database's copy of the catalogue to the state that ships with this build: skills added and renamed, words
 * replaced. A skill that is no longer shipped stays, without words: nobody finds it, and profiles that name it keep it.
 */
export async function loadCatalogue(db: Executor): Promise<void> {
  const terms = skillCatalogue.flatMap(({ id, name, synonyms }) => [
    { term: normaliseSkillTerm(name), skill_id: id, is_name: true },
    ...synonyms.map((synonym) => ({ term: normaliseSkillTerm(synonym), skill_id: id, is_name: false })),
  ]);
  await db.query(
    `INSERT INTO skills (id, name)
     SELECT id, name FROM json_to_recordset($1::json) AS shipped (id uuid, name text)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name WHERE skills.name <> excluded.name`,
    [JSON.stringify(skillCatalogue)],
  );
  await db.query('DELETE FROM skill_terms');
  await db.query(
    `INSERT INTO skill_terms (term, skill_id, is_name)
     SELECT term, skill_id, is_name FROM json_to_recordset($1::json) AS shipped (term text, skill_id uuid, is_name boolean)`,
    [JSON.stringify(terms)],
  );
}
