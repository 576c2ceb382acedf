/** Places in one stretch: words are kept by stretches of a room, so that the newest can be read first. As the index has it. */
export const STRETCH_BITS = 13n;

/** The rooms that are searched: all of a member's, or the one named. */
export const searchedRoomsStatement = {
  name: 'search_rooms',
  text: `
    SELECT me.room_id AS "roomId", head.last_seq AS "lastSeq"
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

/**
 * $1 the member, $2 to $4 rooms with their first and last stretch to be searched, $5 terms, $6 runs, $7 to $9 the cursor or nulls, $10 how
 * many at most of one room.
 */
export const searchStatement = {
  name: 'search_messages',
  text: `
    SELECT found.room_id AS "roomId", found.seq, found.sender_id AS "senderId", found.created_at AS "createdAt", found.text
    FROM unnest($2::uuid[], $3::bigint[], $4::bigint[]) AS asked (room_id, low, high)
    JOIN members me ON me.room_id = asked.room_id AND me.user_id = $1
    CROSS JOIN LATERAL (
      SELECT m.room_id, m.seq, m.sender_id, m.created_at, m.text FROM messages m
      WHERE m.room_id = asked.room_id
        AND search_vector(m.room_id, m.seq, m.text) @@ search_query(asked.room_id, asked.low, asked.high, $5::text[])
        AND NOT EXISTS (SELECT FROM unnest($6::text[]) run WHERE strpos(search_fold(m.text), run) = 0)
        AND ($7::timestamptz IS NULL OR (m.created_at, m.room_id, m.seq) < ($7, $8::uuid, $9::bigint))
      ORDER BY m.created_at DESC, m.seq DESC
      LIMIT $10
    ) found
    ORDER BY found.created_at DESC, found.room_id DESC, found.seq DESC
    LIMIT $10`,
};

/** When the messages at these places were sent: nothing before them is newer. */
export const timesStatement = {
  name: 'search_times',
  text: `
    SELECT max(m.created_at) AS newest FROM unnest($1::uuid[], $2::bigint[]) AS asked (room_id, seq)
    JOIN messages m ON m.room_id = asked.room_id AND m.seq = asked.seq`,
};
