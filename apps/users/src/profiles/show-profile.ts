import { Injectable } from '@nestjs/common';
import { ParleyError, type PublicProfile } from '@parley/contracts';
import { DataSource } from 'typeorm';
import { visiblePeople } from '../blocks/visible-people';
import { readPublicProfiles } from './read-profiles';

/** Somebody's profile, as another member sees it. */
@Injectable()
export class ShowProfile {
  constructor(private readonly db: DataSource) {}

  /** @throws ParleyError `not_found` where there is no such member, and just so across a block */
  async run(userId: string, actorId: string): Promise<PublicProfile> {
    const visible = await visiblePeople(this.db.manager, [userId], actorId);
    const [profile] = await readPublicProfiles(this.db.manager, visible);
    if (!profile) throw new ParleyError('not_found', 'There is no such member.');
    return profile;
  }
}
