import { Inject, Injectable } from '@nestjs/common';
import { limits, type RoomLine } from '@parley/contracts';
import { MemberSummaries, roomLines, RoomReader, type Services } from '@parley/server-edge';
import type { Actor } from '@parley/server-rpc';
import { currentRequestId, newRequestId, requestContext } from '@parley/server-runtime';
import { ANSWER_DEADLINE_MS } from '../http/fastify';
import { SERVICES } from '../tokens';

/** Reads a whole room for one of its members, through the calls by which they see it themselves: each page asks anew whether they still are one. */
@Injectable()
export class ExportRoom {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(RoomReader) private readonly rooms: RoomReader,
    @Inject(MemberSummaries) private readonly summaries: MemberSummaries,
  ) {}

  /** The lines of the room, in portions. @throws ParleyError `not_found` where the actor is not in it */
  async lines(actor: Actor, roomId: string): Promise<AsyncIterable<RoomLine[]>> {
    const requestId = currentRequestId() ?? newRequestId();
    // The whole may take longer than an answer may: each step has the time that a request has.
    const inTime = <T>(step: () => Promise<T>): Promise<T> =>
      requestContext.run({ requestId, deadline: Date.now() + ANSWER_DEADLINE_MS }, step);
    return roomLines(await this.rooms.room(actor, roomId), {
      page: (after) =>
        inTime(() => this.services.messages.page({ roomId, after, limit: limits.historyPageMax }, { actor })),
      people: (userIds) => inTime(() => this.summaries.of(userIds)),
    });
  }
}
