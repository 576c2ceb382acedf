import type { MigrationInterface, QueryRunner } from 'typeorm';
import { catalogueDigest, loadCatalogue } from '../skills/load-catalogue';

/** TypeORM orders migrations by the time in their names; after this one comes none. */
const afterAllOthers = 9_999_999_999_999;

/**
 * Loads the skill catalogue. The digest of its contents is in the migration's name: a build that ships another
 * catalogue has a migration of another name, which is pending, and so runs once, on the schema of the day.
 */
export class SkillCatalogue implements MigrationInterface {
  readonly name = `SkillCatalogue-${catalogueDigest()}-${afterAllOthers}`;

  async up(db: QueryRunner): Promise<void> {
    await loadCatalogue(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DELETE FROM skill_terms');
  }
}
