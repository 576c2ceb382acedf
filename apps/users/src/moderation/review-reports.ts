import { Injectable } from '@nestjs/common';
import { ParleyError, UuidSchema, type Report, type RpcInput, type RpcOutput, type usersRpc } from '@parley/contracts';
import { transaction } from '@parley/server-database';
import type { Actor } from '@parley/server-rpc';
import { DataSource, IsNull, LessThan, Not } from 'typeorm';
import { z } from 'zod';
import { cursorOver, pageOfRows } from '../paging/cursor';
import { Summaries } from '../profiles/summaries';
import { ReportEntity } from '../reports/report.entity';
import { recordEvent } from '../security-events/record-event';
import { Moderators } from './moderators';

/** Where a page ended: ids rise with time. */
const cursor = cursorOver(z.tuple([UuidSchema]));

/** Reads reports and closes them. */
@Injectable()
export class ReviewReports {
  constructor(
    private readonly db: DataSource,
    private readonly moderators: Moderators,
    private readonly summaries: Summaries,
  ) {}

  /** Newest first. @throws ParleyError `forbidden` to who is no moderator, `validation_failed` for a bad cursor */
  async list(
    { status, limit, ...page }: RpcInput<typeof usersRpc.reports>,
    actor: Actor,
  ): Promise<RpcOutput<typeof usersRpc.reports>> {
    await this.moderators.assert(actor);
    const [after] = cursor.decode(page.cursor) ?? [];
    const found = await this.db.manager.find(ReportEntity, {
      where: { closedAt: status === 'open' ? IsNull() : Not(IsNull()), ...(after && { id: LessThan(after) }) },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const { rows, nextCursor } = pageOfRows(found, limit, cursor, ({ id }) => [id]);
    return { items: await this.shown(rows), nextCursor };
  }

  /**
   * What the message of a report had said before it was reported, oldest first; that it was read stays behind.
   * @throws ParleyError `forbidden` to who is no moderator, `not_found`
   */
  async earlierTexts(reportId: string, actor: Actor): Promise<RpcOutput<typeof usersRpc.reportedTexts>> {
    await this.moderators.assert(actor);
    return transaction(this.db, async (manager) => {
      const select = { id: true, earlierTexts: true } as const;
      const report = await manager.findOne(ReportEntity, { select, where: { id: reportId } });
      if (report === null) throw noSuchReport();
      await recordEvent(manager, 'earlier_texts_read', { userId: null, actorId: actor.userId, subjectId: reportId });
      return { items: report.earlierTexts ?? [] };
    });
  }

  /** The first who closes it decides; a repeat answers what came of it. @throws ParleyError `forbidden` to who is no moderator, `not_found` */
  async close({ reportId, resolution }: RpcInput<typeof usersRpc.closeReport>, actor: Actor): Promise<Report> {
    await this.moderators.assert(actor);
    await transaction(this.db, async (manager) => {
      const closing = { closedAt: new Date(), closedBy: actor.userId, resolution };
      const { affected } = await manager.update(ReportEntity, { id: reportId, closedAt: IsNull() }, closing);
      if (affected === 0) return;
      await recordEvent(manager, 'report_closed', { userId: null, actorId: actor.userId, subjectId: reportId });
    });
    const found = await this.db.manager.findBy(ReportEntity, { id: reportId });
    const [report] = await this.shown(found);
    if (report === undefined) throw noSuchReport();
    return report;
  }

  private async shown(reports: readonly ReportEntity[]): Promise<Report[]> {
    const { users } = await this.summaries.run(reports.flatMap(({ reporterId, userId }) => [reporterId, userId]));
    const byId = new Map(users.map((user) => [user.id, user]));
    return reports.flatMap(({ reporterId, userId, createdAt, closedAt, ...report }) => {
      const [reporter, user] = [byId.get(reporterId), byId.get(userId)];
      if (reporter === undefined || user === undefined) return [];
      const times = { createdAt: createdAt.toISOString(), closedAt: closedAt?.toISOString() ?? null };
      return [{ ...report, ...times, reporter, user }];
    });
  }
}

const noSuchReport = () => new ParleyError('not_found', 'There is no such report.');
