import type { Services } from '@parley/server-edge';
import { roomChannel } from '@parley/server-realtime';
import type { Logger } from '@parley/server-runtime';
import type { LiveSockets } from '../connection/live-sockets';
import type { NodeChanges } from './node-changes';

/** Members asked about at once. */
const AT_ONCE = 16;

/**
 * Compares what the sockets here hear with the rooms that their members are in. Done when this node was cut off from the others and may have missed
 * that somebody left or joined.
 */
export async function checkMemberships(
  live: LiveSockets,
  messages: Pick<Services['messages'], 'memberships'>,
  node: NodeChanges,
  log: Logger,
): Promise<void> {
  const userIds = [...live.users()];
  for (let from = 0; from < userIds.length; from += AT_ONCE) {
    const checks = userIds.slice(from, from + AT_ONCE).map((userId) => check(userId, live, messages, node));
    for (const result of await Promise.allSettled(checks)) {
      if (result.status === 'rejected') log.warn({ err: result.reason }, "a member's rooms could not be checked");
    }
  }
}

async function check(
  userId: string,
  live: LiveSockets,
  messages: Pick<Services['messages'], 'memberships'>,
  node: NodeChanges,
): Promise<void> {
  const [socket] = live.ofUser(userId);
  if (socket === undefined) return;
  const heard = new Set(socket.rooms);
  const { roomIds } = await messages.memberships({}, { actor: { userId, sessionId: socket.data.identity.sessionId } });
  const channels = new Set(roomIds.map(roomChannel));
  for (const roomId of roomIds) if (!heard.has(roomChannel(roomId))) node.joined(roomId, [userId]);
  for (const channel of heard) {
    // A socket is also in a room of its own, named by its id.
    if (channel !== socket.id && !channels.has(channel)) node.left(channel.slice(roomChannel('').length), [userId]);
  }
}
