import type { MigrationInterface, QueryRunner } from 'typeorm';
import { z } from 'zod';

const SchemaRows = z.tuple([z.object({ schema: z.string() })]);

/** Kana, Han and what is written among them: languages that put no spaces between words. */
export const UNSPACED = String.raw`\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff`;

/**
 * Full-text search. The words under which a message is found are computed from its text by the index itself, so nothing of them is stored
 * in the table and no writer has to know of them.
 *
 * Each word is kept under its room and the room's stretch of 8,192 places: what one person's search reads are the few entries of their own
 * rooms, newest stretch first, however many messages there are and however common the word is elsewhere.
 */
export class Search1795517673082 implements MigrationInterface {
  readonly name = 'Search1795517673082';

  async up(runner: QueryRunner): Promise<void> {
    // Indexes are built and analysed with no search path: what a function calls is named in full.
    const rows: unknown = await runner.query('SELECT quote_ident(current_schema()) AS schema');
    const [{ schema }] = SchemaRows.parse(rows);
    // Case, accents and width do not count. Marks that make another letter, as the voicing of kana does, stay.
    await runner.query(String.raw`
      CREATE FUNCTION search_fold(in_text text) RETURNS text
      LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN normalize(regexp_replace(normalize(
        translate(replace(replace(replace(lower(in_text COLLATE pg_c_utf8), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'øłđı', 'oldi'),
        NFKD), '[\u0300-\u036f]', '', 'g'), NFC)`);
    // Words as they are; of what has no spaces each pair of neighbours, and the last one by itself: every part of it begins a pair.
    await runner.query(String.raw`
      CREATE FUNCTION search_terms(in_text text) RETURNS text[]
      LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
      BEGIN
        -- Most texts are ASCII, for which there is a way that costs a fraction.
        IF octet_length(in_text) = length(in_text) THEN
          RETURN string_to_array(translate(lower(in_text), E'\t\n\r\f\v!"#$%&\'()*+,-./:;<=>?@[\\]^_\x60{|}~', repeat(' ', 37)), ' ');
        END IF;
        RETURN ARRAY(
          SELECT CASE WHEN word ~ '^[${UNSPACED}]' THEN substr(word, place, 2) ELSE word END
          FROM regexp_split_to_table(
            regexp_replace(${schema}.search_fold(in_text), '([${UNSPACED}]+)', ' \1 ', 'g') COLLATE pg_c_utf8, '[^[:alnum:]]+') word
          CROSS JOIN LATERAL generate_series(1, CASE WHEN word ~ '^[${UNSPACED}]' THEN length(word) ELSE 1 END) place
        );
      END $$`);
    await runner.query(`
      CREATE FUNCTION search_scope(in_room_id uuid, in_stretch bigint) RETURNS text
      LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN encode(substring(uuid_send(in_room_id) FROM 11), 'hex') || in_stretch::text || ':'`);
    await runner.query(`
      CREATE FUNCTION search_vector(in_room_id uuid, in_seq bigint, in_text text) RETURNS tsvector
      LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS $$
      DECLARE
        scope text := ${schema}.search_scope(in_room_id, in_seq >> 13);
      BEGIN
        RETURN array_to_tsvector(ARRAY(SELECT scope || left(term, 40) FROM unnest(${schema}.search_terms(in_text)) term WHERE term <> ''));
      END $$`);
    // Messages of these stretches in which every term begins a word.
    await runner.query(`
      CREATE FUNCTION search_query(in_room_id uuid, in_from bigint, in_to bigint, in_terms text[]) RETURNS tsquery
      LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
      BEGIN
        RETURN (
          SELECT string_agg('(' || (
            SELECT string_agg('''' || ${schema}.search_scope(in_room_id, stretch) || term || ''':*', ' & ') FROM unnest(in_terms) term
          ) || ')', ' | ') FROM generate_series(in_from, in_to) stretch
        )::tsquery;
      END $$`);
    await runner.query('CREATE INDEX messages_search_idx ON messages USING gin (search_vector(room_id, seq, text))');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX messages_search_idx');
    await runner.query('DROP FUNCTION search_query, search_vector, search_scope, search_terms, search_fold');
  }
}
