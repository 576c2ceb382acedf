import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which rooms have messages that were sent before one with a lower place: history that was imported behind newer messages. Search takes it elsewhere that
 * times rise with places.
 */
export class TimesFall1795830000020 implements MigrationInterface {
  readonly name = 'TimesFall1795830000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE rooms ADD COLUMN times_fall boolean NOT NULL DEFAULT false');
    await runner.query(`
      UPDATE rooms SET times_fall = true WHERE EXISTS (
        SELECT FROM (
          SELECT m.created_at < lag(m.created_at) OVER (ORDER BY m.seq) AS falls FROM messages m WHERE m.room_id = rooms.room_id
        ) placed WHERE falls
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE rooms DROP COLUMN times_fall');
  }
}
