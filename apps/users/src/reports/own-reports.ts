import { Injectable } from '@nestjs/common';
import {
  TimeSchema,
  UuidSchema,
  type OwnReport,
  type RpcInput,
  type RpcOutput,
  type usersRpc,
} from '@parley/contracts';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { cursorOver, pageOfRows } from '../paging/cursor';
import type { ReportEntity } from './report.entity';

/** Where a page ended: when its last report was made, and its id. */
const cursor = cursorOver(z.tuple([TimeSchema, UuidSchema]));

type Row = Pick<ReportEntity, 'id' | 'createdAt' | 'userId' | 'roomId' | 'seq' | 'reason' | 'note'>;

/** What a member has reported. */
@Injectable()
export class OwnReports {
  constructor(private readonly db: DataSource) {}

  /** The actor's own, the latest first. @throws ParleyError `validation_failed` for a bad cursor */
  async run(
    page: RpcInput<typeof usersRpc.ownReports>,
    actorId: string,
  ): Promise<RpcOutput<typeof usersRpc.ownReports>> {
    const found = await this.read(actorId, cursor.decode(page.cursor), page.limit + 1);
    const { rows, nextCursor } = pageOfRows(found, page.limit, cursor, ({ createdAt, id }) => [
      createdAt.toISOString(),
      id,
    ]);
    const items = rows.map((row): OwnReport => ({ ...row, createdAt: row.createdAt.toISOString() }));
    return { items, nextCursor };
  }

  private read(reporterId: string, after: [string, string] | undefined, count: number): Promise<Row[]> {
    return this.db.query<Row[]>(
      `SELECT id, created_at AS "createdAt", user_id AS "userId", room_id AS "roomId", seq::int AS seq, reason, note
       FROM reports
       WHERE reporter_id = $1 AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))
       ORDER BY created_at DESC, id DESC
       LIMIT $4`,
      [reporterId, after?.[0] ?? null, after?.[1] ?? null, count],
    );
  }
}
