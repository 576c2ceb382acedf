import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a member has pinned or archived is read for each page of their overview: a few rooms, without all the others that they are in. */
export class MarkedMembers1795860000000 implements MigrationInterface {
  readonly name = 'MarkedMembers1795860000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX members_marked_idx ON members (user_id) WHERE pinned OR archived');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX members_marked_idx');
  }
}
