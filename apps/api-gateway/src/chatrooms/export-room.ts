import { Inject, Injectable } from '@nestjs/common';
import { limits, ParleyError, type RoomLine } from '@parley/contracts';
import { MemberSummaries, RevocationWatch, roomLines, RoomReader, type Services } from '@parley/server-edge';
import type { Actor } from '@parley/server-rpc';
import { inSteps } from '../http/in-steps';
import { SERVICES } from '../tokens';

/** Exports of one person under way at once, on one gateway: each lasts as long as it is read, and holds a page or two. */
const AT_ONCE = 2;

/**
 * Reads a whole room for one of its members, through the calls by which they see it themselves: each page asks anew whether they still are one, and whether the
 * session in which it was asked for still lasts.
 */
@Injectable()
export class ExportRoom {
  private readonly underWay = new Map<string, number>();

  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(RoomReader) private readonly rooms: RoomReader,
    @Inject(MemberSummaries) private readonly summaries: MemberSummaries,
    @Inject(RevocationWatch) private readonly revocations: RevocationWatch,
  ) {}

  /**
   * The lines of the room, in portions.
   * @throws ParleyError `not_found` where the actor is not in it, `unauthenticated` once the session has ended; the lines themselves `rate_limited` where two of the actor's
   * are under way
   */
  async lines(actor: Actor, roomId: string): Promise<AsyncIterable<RoomLine[]>> {
    const inTime = inSteps();
    const lines = roomLines(await this.rooms.room(actor, roomId), {
      page: (after) =>
        inTime(async () => {
          await this.revocations.assertLive(actor.sessionId);
          return this.services.messages.page({ roomId, after, limit: limits.historyPageMax }, { actor });
        }),
      people: (userIds) => inTime(() => this.summaries.of(userIds)),
    });
    return this.counted(actor.userId, lines);
  }

  /** Counts the lines as under way from when the first is asked for until nobody wants another. */
  private async *counted<T>(userId: string, lines: AsyncIterable<T>): AsyncGenerator<T, void, undefined> {
    const others = this.underWay.get(userId) ?? 0;
    if (others >= AT_ONCE)
      throw new ParleyError('rate_limited', 'Two conversations are being saved already. Wait until one is done.', {
        retryAfterMs: 10_000,
      });
    this.underWay.set(userId, others + 1);
    try {
      yield* lines;
    } finally {
      const left = (this.underWay.get(userId) ?? 1) - 1;
      if (left > 0) this.underWay.set(userId, left);
      else this.underWay.delete(userId);
    }
  }
}
