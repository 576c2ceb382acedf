import { Injectable } from '@nestjs/common';
import type { UserSummary } from '@parley/contracts';
import { DataSource, In } from 'typeorm';
import { toSummary } from './profile-mapper';
import { ProfileEntity } from './profile.entity';

/** Names and faces. */
@Injectable()
export class Summaries {
  constructor(private readonly db: DataSource) {}

  /** Of the people with these ids; unknown ids are left out. Blocks do not matter here: in groups people go on seeing each other. */
  async run(userIds: readonly string[]): Promise<{ users: UserSummary[] }> {
    if (userIds.length === 0) return { users: [] };
    const profiles = await this.db.manager.find(ProfileEntity, {
      where: { userId: In([...new Set(userIds)]) },
      select: { userId: true, displayName: true, headline: true, location: true, avatarUrl: true },
    });
    return { users: profiles.map(toSummary) };
  }
}
