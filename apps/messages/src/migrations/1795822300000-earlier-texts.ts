import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What messages said before they were edited or deleted: nobody reads it but by a report. Processes of the release before write none. */
export class EarlierTexts1795822300000 implements MigrationInterface {
  readonly name = 'EarlierTexts1795822300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE earlier_texts (
        room_id uuid NOT NULL,
        seq bigint NOT NULL,
        revision bigint NOT NULL,
        sender_id uuid NOT NULL,
        text text NOT NULL,
        written_at timestamptz(3) NOT NULL,
        replaced_at timestamptz(3) NOT NULL,
        CONSTRAINT earlier_texts_pkey PRIMARY KEY (room_id, seq, revision)
      )`);
    await runner.query('CREATE INDEX earlier_texts_sender_id_idx ON earlier_texts (sender_id)');
    await runner.query('CREATE INDEX earlier_texts_replaced_at_idx ON earlier_texts (replaced_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE earlier_texts');
  }
}
