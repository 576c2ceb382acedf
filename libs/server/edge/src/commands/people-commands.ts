import type { OwnProfile, ProfilePatch } from '@parley/contracts';
import type { Actor } from '@parley/server-rpc';
import type { ChangePublisher } from '../changes/change-publisher';
import type { Services } from '../services';

/** What a member changes of who sees them: the realtime gateways are told, as they show people to each other. */
export class PeopleCommands {
  constructor(
    private readonly users: Pick<Services['users'], 'updateMe' | 'block' | 'unblock'>,
    private readonly changes: ChangePublisher,
  ) {}

  /** Changes the caller's own profile. */
  async updateMe(actor: Actor, patch: ProfilePatch): Promise<OwnProfile> {
    const profile = await this.users.updateMe(patch, { actor });
    if (patch.privacy?.showPresence !== undefined) {
      this.changes.publish([{ type: 'presenceSettingChanged', userId: actor.userId }]);
    }
    return profile;
  }

  /** @throws ParleyError `validation_failed` for oneself, `not_found`, `unavailable` where it is not known everywhere yet */
  async block(actor: Actor, userId: string): Promise<void> {
    await this.telling(actor, userId, this.users.block({ userId }, { actor }));
  }

  /** Errors as of `block`. */
  async unblock(actor: Actor, userId: string): Promise<void> {
    await this.telling(actor, userId, this.users.unblock({ userId }, { actor }));
  }

  /** Told also where the call failed: the block may stand all the same, and whoever is told looks. */
  private async telling(actor: Actor, userId: string, work: Promise<unknown>): Promise<void> {
    try {
      await work;
    } finally {
      this.changes.publish([{ type: 'blockChanged', userIds: [actor.userId, userId] }]);
    }
  }
}
