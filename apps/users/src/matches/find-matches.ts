import { Injectable } from '@nestjs/common';
import {
  UuidSchema,
  type Match,
  type MatchReason,
  type RpcInput,
  type RpcOutput,
  type usersRpc,
} from '@parley/contracts';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { cursorOver, pageOfRows } from '../paging/cursor';
import { ProfileEntity } from '../profiles/profile.entity';
import { readPublicProfiles } from '../profiles/read-profiles';
import { readCandidates, type SkillInCommon } from './candidates';
import { byScore, rankCandidates, type RankedCandidate } from './rank-candidates';
import { levelFit } from './score';
import { SkillDemand } from './skill-demand';

/** Where a page ended: the score and the id of its last person. */
const cursor = cursorOver(z.tuple([z.number(), UuidSchema]));

/** People with whom a member could exchange skills. */
@Injectable()
export class FindMatches {
  constructor(
    private readonly db: DataSource,
    private readonly demand: SkillDemand,
  ) {}

  /**
   * Mutual matches, best first, and after them the one-way ones; see `scoreMatch`. While nobody changes anything,
   * the pages hold everybody once. Five queries at most, however many people there are.
   * @throws ParleyError `validation_failed` for a bad cursor
   */
  async run(page: RpcInput<typeof usersRpc.matches>, actorId: string): Promise<RpcOutput<typeof usersRpc.matches>> {
    const after = cursor.decode(page.cursor);
    const { manager } = this.db;
    const [viewer, candidates, demand] = await Promise.all([
      manager.findOne(ProfileEntity, { where: { userId: actorId }, select: { timezone: true, languages: true } }),
      readCandidates(manager, actorId),
      this.demand.read(),
    ]);
    const ranked = rankCandidates(viewer ?? { timezone: null, languages: [] }, candidates, demand, new Date());
    const rest = after
      ? ranked.filter((candidate) => byScore({ score: after[0], userId: after[1] }, candidate) < 0)
      : ranked;
    const { rows, nextCursor } = pageOfRows(rest, page.limit, cursor, ({ score, userId }) => [score, userId]);
    return { items: await this.show(rows), nextCursor };
  }

  private async show(shown: readonly RankedCandidate[]): Promise<Match[]> {
    const users = await readPublicProfiles(
      this.db.manager,
      shown.map(({ userId }) => userId),
    );
    const byId = new Map(shown.map((candidate) => [candidate.userId, candidate]));
    return users.flatMap((user) => {
      const candidate = byId.get(user.id);
      if (!candidate) return [];
      const { score, mutual, skills } = candidate;
      return [{ user, score, mutual, reasons: toReasons(skills) }];
    });
  }
}

/** What they teach the viewer before what the viewer teaches them; what fits best first. */
function toReasons(skills: readonly SkillInCommon[]): MatchReason[] {
  const byFit = skills.toSorted((a, b) => levelFit(b) - levelFit(a));
  return (['theyTeachYou', 'youTeachThem'] as const).flatMap((direction) =>
    byFit
      .filter((inCommon) => inCommon.direction === direction)
      .map(({ skill, teacherLevel }) => ({ direction, skill, level: teacherLevel })),
  );
}
