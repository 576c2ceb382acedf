import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rooms, who is in them, and how each member has set them up. */
export class RoomsAndMembers1763800000000 implements MigrationInterface {
  readonly name = 'RoomsAndMembers1763800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE rooms (
        room_id uuid NOT NULL,
        kind text NOT NULL,
        title text,
        direct_key text,
        membership_version bigint NOT NULL,
        replicated_version bigint NOT NULL DEFAULT 0,
        created_at timestamptz(3) NOT NULL,
        updated_at timestamptz(3) NOT NULL,
        CONSTRAINT rooms_pkey PRIMARY KEY (room_id),
        CONSTRAINT rooms_direct_key_key UNIQUE (direct_key),
        CONSTRAINT rooms_kind_check CHECK (kind IN ('direct', 'group')),
        CONSTRAINT rooms_title_check CHECK ((kind = 'group') = (title IS NOT NULL)),
        CONSTRAINT rooms_direct_key_check CHECK ((kind = 'direct') = (direct_key IS NOT NULL))
      )`);
    // Holds only what the messages service has not confirmed: nearly always nothing.
    await runner.query(
      'CREATE INDEX rooms_unconfirmed_idx ON rooms (room_id) WHERE replicated_version < membership_version',
    );
    await runner.query(`
      CREATE TABLE members (
        room_id uuid NOT NULL,
        user_id uuid NOT NULL,
        role text NOT NULL,
        joined_at timestamptz(3) NOT NULL,
        joined_version bigint NOT NULL,
        pinned boolean NOT NULL DEFAULT false,
        muted boolean NOT NULL DEFAULT false,
        archived boolean NOT NULL DEFAULT false,
        CONSTRAINT members_pkey PRIMARY KEY (room_id, user_id),
        CONSTRAINT members_room_id_fkey FOREIGN KEY (room_id) REFERENCES rooms (room_id),
        CONSTRAINT members_role_check CHECK (role IN ('owner', 'member'))
      )`);
    await runner.query('CREATE INDEX members_user_id_idx ON members (user_id, room_id)');
    await runner.query(`CREATE UNIQUE INDEX members_owner_idx ON members (room_id) WHERE role = 'owner'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE members, rooms');
  }
}
