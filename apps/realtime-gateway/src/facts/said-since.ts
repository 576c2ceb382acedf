import type { Message, OverviewItem } from '@parley/contracts';
import type { Services } from '@parley/server-edge';

/** Messages told at most; whoever opens the room pages to those before. */
const MOST = 50;
/** By how much the clocks of the database of rooms and that of messages may differ, in milliseconds. One that is told too much was no secret. */
const SKEW_MS = 500;

/**
 * What was said in a room since somebody joined it, for whom hears it only now: between the joining and the moment when their sockets hear the room lie some
 * calls, and whoever made the room writes at once.
 */
export class SaidSince {
  constructor(private readonly messages: Pick<Services['messages'], 'page'>) {}

  /**
   * Messages in the order of `seq`, the last ones where there are many. Nothing is asked where nothing was said.
   * @throws ParleyError where they cannot be read
   */
  async sinceJoining(
    actor: { readonly userId: string; readonly sessionId: string },
    { id: roomId, members, lastMessage }: OverviewItem,
  ): Promise<readonly Message[]> {
    const me = members.find(({ user }) => user.id === actor.userId);
    if (me === undefined || lastMessage === null) return [];
    const since = Date.parse(me.joinedAt) - SKEW_MS;
    if (Date.parse(lastMessage.createdAt) < since) return [];
    const { messages } = await this.messages.page({ roomId, limit: MOST }, { actor });
    return messages.filter(({ createdAt }) => Date.parse(createdAt) >= since);
  }
}
