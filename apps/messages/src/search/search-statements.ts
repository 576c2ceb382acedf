/** Places in one stretch: words are kept by stretches of a room, so that the newest can be read first. As the index has it. */
export const STRETCH = 8_192;

/**
 * The rooms that are searched, and the last place in each that may hold something: $1 the member, $2 the one room or null for all, $3 null, or
 * the time that nothing found may be later than. Times rise with places, so that place is found by halving.
 */
export const searchedRoomsStatement = {
  name: 'search_rooms',
  text: `
    SELECT me.room_id AS "roomId", CASE WHEN $3::timestamptz IS NULL THEN head.last_seq ELSE (
      WITH RECURSIVE halves (low, high) AS (
        SELECT head.first_seq - 1, head.last_seq
        UNION ALL
        SELECT CASE WHEN probed.is_later THEN h.low ELSE probed.seq END, CASE WHEN probed.is_later THEN probed.seq - 1 ELSE h.high END
        FROM halves h CROSS JOIN LATERAL (
          SELECT m.seq, m.created_at > $3 AS is_later FROM messages m WHERE m.room_id = me.room_id AND m.seq = (h.low + h.high + 1) / 2
        ) probed
        WHERE h.low < h.high
      ) SELECT low FROM halves WHERE low = high
    ) END AS "lastSeq"
    FROM members me JOIN rooms head USING (room_id)
    WHERE me.user_id = $1 AND ($2::uuid IS NULL OR me.room_id = $2)`,
};

/** What a text is searched by: `terms` begin words, `runs` (of languages without spaces) stand somewhere as they are. */
export const termsStatement = {
  name: 'search_terms',
  text: `
    SELECT ARRAY(SELECT DISTINCT left(term, 40) FROM unnest(search_terms($1)) term WHERE term <> '' LIMIT 12) AS terms,
      ARRAY(SELECT DISTINCT run[1] FROM regexp_matches(search_fold($1) COLLATE pg_c_utf8,
        '([\\u3005\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\U00020000-\\U0003ffff]{3,})', 'g') run) AS runs`,
};

/** The history's partitions: `messages_p0` and so on, by hash of the room, as the first migration made them. */
const PARTITIONS = 16;

/**
 * What is found between two places of each room. Both ways take: $1 the member, $2 to $4 rooms with their first and last place to be searched,
 * $5 terms, $6 runs, $7 to $9 the cursor or nulls, $10 how many at most.
 * @param candidates SQL after FROM, for the messages `m` of `asked`, up to a condition that others can follow
 * @param rooms SQL of a condition on `asked`
 */
const foundBy = (candidates: string, rooms = 'true'): string => `
    SELECT found.room_id AS "roomId", found.seq, found.sender_id AS "senderId", found.created_at AS "createdAt", found.text
    FROM unnest($2::uuid[], $3::bigint[], $4::bigint[]) AS asked (room_id, low, high)
    JOIN members me ON me.room_id = asked.room_id AND me.user_id = $1
    CROSS JOIN LATERAL (
      SELECT m.room_id, m.seq, m.sender_id, m.created_at, m.text FROM ${candidates}
        AND NOT EXISTS (SELECT FROM unnest($6::text[]) run WHERE strpos(search_fold(m.text), run) = 0)
        AND ($7::timestamptz IS NULL OR (m.created_at, m.room_id, m.seq) < ($7, $8::uuid, $9::bigint))
      ORDER BY m.created_at DESC, m.seq DESC
      LIMIT $10
    ) found
    WHERE ${rooms}`;

const newestFirst = `ORDER BY "createdAt" DESC, "roomId" DESC, seq DESC LIMIT $10`;

/**
 * By the index of words: costs what is found, however many messages there are.
 *
 * Each partition is asked by itself, with conditions on room and place that no other index can serve. The planner cannot know how few
 * messages have the words, and would go through all keys of the room besides, which may be ten million.
 */
export const searchIndexStatement = {
  name: 'search_index',
  text: `${Array.from({ length: PARTITIONS }, (_, partition) =>
    foundBy(
      `messages_p${partition} m
      WHERE search_vector(m.room_id, m.seq, m.text)
          @@ search_query(asked.room_id, asked.low / ${STRETCH}, asked.high / ${STRETCH}, $5::text[])
        AND (m.room_id = asked.room_id AND m.seq BETWEEN asked.low AND asked.high) IS TRUE`,
      `satisfies_hash_partition('messages'::regclass, ${PARTITIONS}, ${partition}, asked.room_id)`,
    ),
  ).join(' UNION ALL ')} ${newestFirst}`,
};

/** Terms are letters and digits: nothing in them has a meaning in a pattern. */
const eachTerm = (pattern: string): string => `ARRAY(SELECT ${pattern} FROM unnest($5::text[]) term)`;

/**
 * By reading the messages: costs what is between the places, however common the words are. Of texts that are not ASCII those that have the
 * letters are taken apart into words as the index does it.
 */
export const searchPlacesStatement = {
  name: 'search_places',
  text: `${foundBy(`(
        SELECT * FROM messages WHERE room_id = asked.room_id AND seq BETWEEN asked.low AND asked.high OFFSET 0
      ) m
      WHERE CASE
        WHEN octet_length(m.text) = length(m.text) THEN
          lower(m.text) LIKE ALL (${eachTerm("'%' || term || '%'")}) AND lower(m.text) ~ ALL (${eachTerm("'(^|[^a-z0-9])' || term")})
        WHEN search_fold(m.text) LIKE ALL (${eachTerm("'%' || term || '%'")}) THEN NOT EXISTS (
          SELECT FROM unnest($5::text[]) term
          WHERE NOT EXISTS (SELECT FROM unnest(search_terms(m.text)) word WHERE starts_with(word, term))
        )
        ELSE false
      END`)} ${newestFirst}`,
};

/** When the messages at these places were sent: nothing before them is newer. */
export const timesStatement = {
  name: 'search_times',
  text: `
    SELECT m.room_id AS "roomId", m.created_at AS "createdAt" FROM unnest($1::uuid[], $2::bigint[]) AS asked (room_id, seq)
    JOIN messages m ON m.room_id = asked.room_id AND m.seq = asked.seq`,
};
