import { PARTITIONS } from './index-query';

const eachPartition = (sql: (partition: number) => string, between: string): string =>
  Array.from({ length: PARTITIONS }, (_, partition) => sql(partition)).join(between);

/**
 * The rooms that are searched, the partition that holds each, and its first and last place that may hold something: $1 the member, $2 the one room or null
 * for all, $3 null, or the time that nothing found may be later than. Where times rise with places, that place is found by halving.
 */
export const searchedRoomsStatement = {
  name: 'search_rooms',
  text: `
    SELECT me.room_id AS "roomId", head.first_seq AS first, head.last_activity_at AS "lastActivityAt", head.times_fall AS "timesFall",
      CASE ${eachPartition((partition) => `WHEN satisfies_hash_partition('messages'::regclass, ${PARTITIONS}, ${partition}, me.room_id) THEN ${partition}`, ' ')} END AS partition,
      CASE WHEN $3::timestamptz IS NULL OR head.times_fall THEN head.last_seq ELSE (
      WITH RECURSIVE halves (low, high) AS (
        SELECT head.first_seq - 1, head.last_seq
        UNION ALL
        SELECT CASE WHEN probed.is_later THEN h.low ELSE probed.seq END, CASE WHEN probed.is_later THEN probed.seq - 1 ELSE h.high END
        FROM halves h CROSS JOIN LATERAL (
          SELECT m.seq, m.created_at > $3 AS is_later FROM messages m WHERE m.room_id = me.room_id AND m.seq = (h.low + h.high + 1) / 2
        ) probed
        WHERE h.low < h.high
      ) SELECT low FROM halves WHERE low = high
    ) END AS high
    FROM members me JOIN rooms head USING (room_id)
    WHERE me.user_id = $1 AND ($2::uuid IS NULL OR me.room_id = $2)`,
};

/**
 * What a text is searched by: `terms` begin words, `stems` are what is left of each of them in each of the languages whose dictionaries $2 names, `runs` (of
 * languages without spaces) stand somewhere as they are.
 */
export const termsStatement = {
  name: 'search_terms',
  text: `
    WITH words AS (SELECT DISTINCT left(word, 40) AS term FROM unnest(search_terms($1)) word WHERE word <> '' LIMIT 12)
    SELECT ARRAY(SELECT term FROM words) AS terms,
      (
        SELECT coalesce(jsonb_agg(jsonb_build_object('term', term, 'stemmer', stemmer, 'stem', stem)), '[]')
        FROM (
          SELECT term, dict.dictname AS stemmer, (ts_lexize(dict.oid::regdictionary, term))[1] AS stem
          FROM pg_ts_dict dict CROSS JOIN words
          WHERE dict.dictname::text = ANY($2::text[]) AND dict.dictnamespace = 'pg_catalog'::regnamespace
          OFFSET 0
        ) stemmed
        WHERE stem IS NOT NULL
      ) AS stems,
      ARRAY(SELECT DISTINCT run[1] FROM regexp_matches(search_fold($1) COLLATE pg_c_utf8,
        '([\\u3005\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\U00020000-\\U0003ffff]{3,})', 'g') run) AS runs`,
};

/**
 * Both ways of finding take: $1 the member, $2 the rooms, $3 what for, $4 runs, $5 to $7 the cursor or nulls, $8 how many at most; and where words are sought
 * by their stems too, $9 all words, and $10 to $12 words, each with a dictionary and the stem by it. They answer what is found in messages `m`, with the words
 * of each that were found by their stem alone.
 */
const wide = 'unnest($10::text[], $11::regdictionary[], $12::text[]) AS wide (term, stemmer, stem)';
/** Of a `word` that begins as a stem does, which it must to have it. */
const hasStem = 'starts_with(word, left(wide.stem, 3)) AND (ts_lexize(wide.stemmer, word))[1] = wide.stem';
const found = `m.room_id AS "roomId", m.seq, m.sender_id AS "senderId", m.created_at AS "createdAt", m.text,
      CASE WHEN cardinality($9::text[]) = 0 THEN '{}' ELSE ARRAY(
        SELECT DISTINCT word FROM unnest(search_terms(m.text)) word JOIN ${wide} ON NOT starts_with(word, wide.term) AND ${hasStem}
      ) END AS inflected`;
const hasStems = `CASE WHEN cardinality($9::text[]) = 0 THEN true ELSE NOT EXISTS (
        SELECT FROM unnest($9::text[]) AS sought (term) WHERE NOT EXISTS (
          SELECT FROM unnest(search_terms(m.text)) word WHERE starts_with(word, sought.term)
            OR EXISTS (SELECT FROM ${wide} WHERE wide.term = sought.term AND ${hasStem})
        )
      ) END`;
const newest = `
      (cardinality($4::text[]) = 0 OR NOT EXISTS (SELECT FROM unnest($4::text[]) run WHERE strpos(search_fold(m.text), run) = 0))
      AND ($5::timestamptz IS NULL OR (m.created_at, m.room_id, m.seq) < ($5, $6::uuid, $7::bigint))
    ORDER BY m.created_at DESC, m.room_id DESC, m.seq DESC
    LIMIT $8`;
/** Looked up once for all messages; as a join it could be done for each, or all of them for each room. */
const isOwn = (room: string): string =>
  `(${room} IN (SELECT me.room_id FROM members me WHERE me.user_id = $1 AND me.room_id = ANY ($2::uuid[]))) IS TRUE`;

/**
 * By the index of words: costs what is found, however many messages there are. $3 has for each partition what is asked of it (`indexQueries`).
 *
 * Each partition is asked by itself and once, by what no other index can serve. The planner cannot know how few messages have the words, and
 * would go through all keys of the rooms besides, which may be ten million. What is answered may lie anywhere in the stretches that are asked for.
 */
export const searchIndexStatement = {
  name: 'search_index',
  text: `
    SELECT ${found}
    FROM (${eachPartition(
      (partition) => `
      (SELECT room_id, seq, sender_id, created_at, text FROM messages_p${partition}
        WHERE ($3::tsquery[])[${partition + 1}] IS NOT NULL AND search_vector(room_id, seq, text) @@ ($3::tsquery[])[${partition + 1}] OFFSET 0)`,
      ' UNION ALL ',
    )}
    ) m
    WHERE ${isOwn('m.room_id')} AND ${hasStems} AND ${newest}`,
};

/** Beginnings are letters and digits: nothing in them has a meaning in a pattern. */
const eachTerm = (pattern: string): string => `ARRAY(SELECT ${pattern} FROM unnest($3::text[]) term)`;

/**
 * By reading the messages from $13 to $14 of each room: costs what is between the places, however common the words are. $3 has what the words begin with. Of
 * texts that are not ASCII those that have the letters are taken apart into words as the index does it.
 */
export const searchPlacesStatement = {
  name: 'search_places',
  text: `
    SELECT ${found}
    FROM unnest($2::uuid[], $13::bigint[], $14::bigint[]) AS part (room_id, low, high)
    CROSS JOIN LATERAL (
      SELECT * FROM messages WHERE room_id = part.room_id AND seq BETWEEN part.low AND part.high OFFSET 0
    ) m
    WHERE ${isOwn('part.room_id')}
      AND CASE
        WHEN octet_length(m.text) = length(m.text) THEN
          lower(m.text COLLATE "C") LIKE ALL (${eachTerm("'%' || term || '%'")})
          AND lower(m.text COLLATE "C") ~ ALL (${eachTerm("'(^|[^a-z0-9])' || term")})
          AND ${hasStems}
        WHEN search_fold(m.text) LIKE ALL (${eachTerm("'%' || term || '%'")}) THEN NOT EXISTS (
          SELECT FROM unnest($3::text[]) term
          WHERE NOT EXISTS (SELECT FROM unnest(search_terms(m.text)) word WHERE starts_with(word, term))
        ) AND ${hasStems}
        ELSE false
      END AND ${newest}`,
};

/** When the messages at these places were sent: nothing before them is newer, where times rise with places. */
export const timesStatement = {
  name: 'search_times',
  text: `
    SELECT m.room_id AS "roomId", m.created_at AS "createdAt" FROM unnest($1::uuid[], $2::bigint[]) AS asked (room_id, seq)
    JOIN messages m ON m.room_id = asked.room_id AND m.seq = asked.seq`,
};
