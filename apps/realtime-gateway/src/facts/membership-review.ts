import { limits } from '@parley/contracts';
import type { Services } from '@parley/server-edge';
import { channelRoom } from '@parley/server-realtime';
import type { Logger } from '@parley/server-runtime';
import type { LiveSockets } from '../connection/live-sockets';
import type { MemberCheck } from './member-check';

const DEADLINE_MS = 2_000;

/**
 * Compares all that the sockets here hear with all the rooms that their members are in. Wanted where this node may have missed changes of members and
 * cannot know in which rooms. Goes on until everybody who was here then has been compared, however often it fails.
 */
export class MembershipReview {
  /** Who is still to be compared. */
  private remaining = new Set<string>();
  private isCutOff = false;

  constructor(
    private readonly live: Pick<LiveSockets, 'users' | 'ofUser' | 'isEntering'>,
    private readonly messages: Pick<Services['messages'], 'membershipsOf'>,
    private readonly members: Pick<MemberCheck, 'hurry' | 'look'>,
    private readonly log: Logger,
  ) {}

  /** From here on nothing counts that was compared before. Whoever connects later has read their rooms since. */
  begin(): void {
    this.remaining = new Set(this.live.users());
  }

  /** Whether it is not known of every room here who may hear it. */
  get isPending(): boolean {
    return this.remaining.size > 0;
  }

  /** Goes on where it was. Never rejects: those whose rooms cannot be read remain. */
  async run(signal: AbortSignal): Promise<void> {
    try {
      await this.compareAll(signal);
      this.isCutOff = false;
    } catch (error) {
      if (!this.isCutOff && !signal.aborted) this.log.warn({ err: error }, "members' rooms cannot be compared");
      this.isCutOff = true;
    }
  }

  private async compareAll(signal: AbortSignal): Promise<void> {
    const { remaining } = this;
    const inTurn = [...remaining];
    for (let from = 0; from < inTurn.length && !signal.aborted; from += limits.membershipsAtOnce) {
      const userIds = inTurn.slice(from, from + limits.membershipsAtOnce);
      // Their rooms are being read and heard in a moment, perhaps as they were before: they are compared after that.
      const entering = new Set(userIds.filter((userId) => this.live.isEntering(userId)));
      const { members } = await this.messages.membershipsOf({ userIds }, { deadlineMs: DEADLINE_MS });
      const roomsOf = new Map(members.map(({ userId, roomIds }) => [userId, new Set(roomIds)]));
      const differing = new Set(userIds.flatMap((userId) => this.differing(userId, roomsOf.get(userId) ?? new Set())));
      for (const roomId of differing) this.members.hurry(roomId);
      if (differing.size > 0) await this.members.look();
      for (const userId of userIds) if (!entering.has(userId)) remaining.delete(userId);
    }
  }

  /** The rooms that a socket of this member hears or does not hear, other than was read: each of the sockets counts. */
  private differing(userId: string, roomIds: ReadonlySet<string>): string[] {
    return this.live.ofUser(userId).flatMap(({ rooms }) => {
      const heard = new Set([...rooms].flatMap((channel) => channelRoom(channel) ?? []));
      return [...[...heard].filter((id) => !roomIds.has(id)), ...[...roomIds].filter((id) => !heard.has(id))];
    });
  }
}
