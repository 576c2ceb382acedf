import { ParleyError, type messagesRpc, type RpcInput, type RpcOutput } from '@parley/contracts';
import { namedQuery, transaction } from '@parley/server-database';
import type { DataSource } from 'typeorm';
import { noSuchRoom } from '../message/refusals';

/** Takes the room's lock, as sending does: an answer and a message never meet half-way. */
const holdRequest = {
  name: 'request_hold',
  text: `
    SELECT head.requested_by AS "requestedBy" FROM rooms head JOIN members me USING (room_id)
    WHERE me.room_id = $1 AND me.user_id = $2 FOR NO KEY UPDATE OF head`,
};

const writeAnswer = {
  name: 'request_answer',
  text: `
    UPDATE rooms SET request_refused = NOT $2::boolean, requested_by = CASE WHEN NOT $2::boolean THEN requested_by END
    WHERE room_id = $1`,
};

/**
 * Accepts or refuses a request. Refused, it stays one: who asked may write no more and is not told why, and it can be accepted later.
 * @returns whether this opened the room; false where it was open already, or stays closed
 * @throws ParleyError `not_found` for who is not in the room, `forbidden` for who asked, `conflict` for refusing a room that is open
 */
export function answerRequest(
  dataSource: DataSource,
  userId: string,
  { roomId, accept }: RpcInput<typeof messagesRpc.answerRequest>,
): Promise<RpcOutput<typeof messagesRpc.answerRequest>> {
  return transaction(dataSource, async (manager) => {
    const [held] = await namedQuery<{ requestedBy: string | null }>(manager, holdRequest, [roomId, userId]);
    if (!held) throw noSuchRoom();
    if (held.requestedBy === userId) throw new ParleyError('forbidden', 'The other one answers your request.');
    if (held.requestedBy === null) {
      if (accept) return { accepted: false };
      throw new ParleyError('conflict', 'There is no request to refuse. Archive or block instead.');
    }
    await namedQuery(manager, writeAnswer, [roomId, accept]);
    return { accepted: accept };
  });
}
