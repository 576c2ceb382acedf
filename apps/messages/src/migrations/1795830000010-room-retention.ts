import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long a single room's messages are kept, where that is not as long as those of all others; and an index of the rooms that have such days, which are few. */
export class RoomRetention1795830000010 implements MigrationInterface {
  readonly name = 'RoomRetention1795830000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE rooms ADD COLUMN keep_days integer CONSTRAINT rooms_keep_days_check CHECK (keep_days BETWEEN 1 AND 36500)',
    );
    await runner.query('CREATE INDEX rooms_keep_days_idx ON rooms (room_id) WHERE keep_days IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE rooms DROP COLUMN keep_days');
  }
}
