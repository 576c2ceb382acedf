import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** SQL that is true where the first teaches something that the second wants to learn. */
const teaches = (teacher: string, learner: string): string => `EXISTS (
  SELECT FROM member_skills taught JOIN member_skills wanted USING (skill_id)
  WHERE taught.user_id = ${teacher} AND taught.list = 'teaches' AND wanted.user_id = ${learner} AND wanted.list = 'learns')`;

/** Whether two people have something for each other. */
@Injectable()
export class MutualMatch {
  constructor(private readonly db: DataSource) {}

  async run(userId: string, actorId: string): Promise<{ mutual: boolean }> {
    const [row] = await this.db.query<{ mutual: boolean }[]>(
      `SELECT ${teaches('$1', '$2')} AND ${teaches('$2', '$1')} AS mutual`,
      [actorId, userId],
    );
    return { mutual: row?.mutual ?? false };
  }
}
