import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Profiles, the skill catalogue (its rows come with every run of the migrations) and what members teach and learn. */
export class ProfilesAndSkills1763800001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm;

      CREATE TABLE profiles (
        user_id      uuid PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
        display_name text NOT NULL,
        name_term    text COLLATE "C" NOT NULL,
        headline     text NOT NULL DEFAULT '',
        bio          text NOT NULL DEFAULT '',
        location     text NOT NULL DEFAULT '',
        timezone     text,
        languages    text[] NOT NULL DEFAULT '{}',
        avatar_url   text,
        created_at   timestamptz(3) NOT NULL
      );
      CREATE INDEX profiles_name ON profiles USING gin (name_term gin_trgm_ops);

      CREATE TABLE skills (
        id   uuid PRIMARY KEY,
        name text NOT NULL
      );
      CREATE TABLE skill_terms (
        term     text COLLATE "C" PRIMARY KEY,
        skill_id uuid NOT NULL REFERENCES skills ON DELETE CASCADE,
        is_name  boolean NOT NULL
      );
      CREATE INDEX skill_terms_skill ON skill_terms (skill_id);

      CREATE TABLE member_skills (
        user_id  uuid NOT NULL REFERENCES profiles ON DELETE CASCADE,
        list     text NOT NULL CHECK (list IN ('teaches', 'learns')),
        skill_id uuid NOT NULL REFERENCES skills,
        level    text CHECK (level IN ('beginner', 'intermediate', 'advanced', 'expert')),
        note     text,
        position smallint NOT NULL,
        PRIMARY KEY (user_id, list, skill_id),
        CHECK (list = 'learns' OR level IS NOT NULL)
      );
      CREATE INDEX member_skills_skill ON member_skills (skill_id, list, user_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE member_skills, skill_terms, skills, profiles');
  }
}
