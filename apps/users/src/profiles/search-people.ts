import { Injectable } from '@nestjs/common';
import { UuidSchema, type RpcInput, type RpcOutput, type usersRpc } from '@parley/contracts';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { unlisted } from '../accounts/unlisted';
import { dividedFrom } from '../blocks/divided';
import { cursorOver, pageOfRows } from '../paging/cursor';
import { findSkills } from '../skills/find-skills';
import { nameTerm } from './name-term';
import { readPublicProfiles } from './read-profiles';

/** How near a name comes to the query (less is nearer), then the id. */
const cursor = cursorOver(z.tuple([z.int32(), UuidSchema]));

interface Hit {
  userId: string;
  distance: number;
}

/** Finds people by their names and by what they teach and want to learn. */
@Injectable()
export class SearchPeople {
  constructor(private readonly db: DataSource) {}

  /**
   * Those to whom everything asked applies: names that begin with the query first, then those of which a later part
   * does, then those that resemble it; newest members first among equals. Never the actor, nor anybody whom a block
   * divides from them.
   * @throws ParleyError `validation_failed` for a bad cursor
   */
  async run(
    { query, teaches, learns, limit, ...page }: RpcInput<typeof usersRpc.search>,
    actorId: string,
  ): Promise<RpcOutput<typeof usersRpc.search>> {
    const after = cursor.decode(page.cursor);
    const name = wanted(query) ? nameTerm(query) : undefined;
    const [taught, learnt] = await Promise.all([this.skillsFor(teaches), this.skillsFor(learns)]);
    // What was asked for and can't be: a name of signs only, a skill that there is not.
    if (name === '' || taught?.length === 0 || learnt?.length === 0) return { items: [], nextCursor: null };
    const hits = await this.find(actorId, { name, taught, learnt }, after, limit + 1);
    const { rows, nextCursor } = pageOfRows(hits, limit, cursor, ({ distance, userId }) => [distance, userId]);
    const ids = rows.map(({ userId }) => userId);
    return { items: await readPublicProfiles(this.db.manager, ids), nextCursor };
  }

  /** `undefined` where the question leaves skills open. */
  private async skillsFor(word: string | undefined): Promise<string[] | undefined> {
    return wanted(word) ? findSkills(this.db.manager, word) : undefined;
  }

  private find(
    actorId: string,
    { name, taught, learnt }: { name: string | undefined; taught: string[] | undefined; learnt: string[] | undefined },
    after: [number, string] | undefined,
    count: number,
  ): Promise<Hit[]> {
    // A normal form has no % and no _, and so means itself in a pattern.
    return this.db.query<Hit[]>(
      `SELECT found.user_id AS "userId", found.distance
       FROM (
         SELECT user_id, CASE
             WHEN $2::text IS NULL THEN 0
             WHEN name_term LIKE $2 || '%' THEN 1000
             WHEN name_term LIKE '% ' || $2 || '%' THEN 2000
             ELSE 3000
           END - CASE WHEN $2::text IS NULL THEN 0 ELSE round(similarity($2, name_term) * 999)::int END AS distance
         FROM profiles
         WHERE user_id <> $1 AND user_id NOT IN ${dividedFrom('$1')} AND user_id NOT IN ${unlisted}
           AND ($2::text IS NULL OR name_term LIKE $2 || '%' OR name_term LIKE '% ' || $2 || '%' OR $2 <% name_term)
           AND ($3::uuid[] IS NULL OR user_id IN
             (SELECT user_id FROM member_skills WHERE list = 'teaches' AND skill_id = ANY($3)))
           AND ($4::uuid[] IS NULL OR user_id IN
             (SELECT user_id FROM member_skills WHERE list = 'learns' AND skill_id = ANY($4)))
       ) found
       WHERE $5::int IS NULL OR found.distance > $5 OR (found.distance = $5 AND found.user_id < $6)
       ORDER BY found.distance, found.user_id DESC
       LIMIT $7`,
      [actorId, name ?? null, taught ?? null, learnt ?? null, after?.[0] ?? null, after?.[1] ?? null, count],
    );
  }
}

/** Whether a filter was given; blanks are none. */
function wanted(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}
