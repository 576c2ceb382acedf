import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notes the rooms in which times fall already. It reads the whole history; meanwhile nobody waits but who writes to such a room. */
export class NoteWhereTimesFall1795830000021 implements MigrationInterface {
  readonly name = 'NoteWhereTimesFall1795830000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE rooms SET times_fall = true WHERE EXISTS (
        SELECT FROM (
          SELECT m.created_at < lag(m.created_at) OVER (ORDER BY m.seq) AS falls FROM messages m WHERE m.room_id = rooms.room_id
        ) placed WHERE falls
      )`);
  }

  /** What was noted goes with its column. */
  async down(): Promise<void> {
    await Promise.resolve();
  }
}
