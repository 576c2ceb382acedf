import type { Change } from '@parley/contracts';
import type { Actor } from '@parley/server-rpc';

/** That a request was accepted: told with the members, whose read cursors may be seen from here on. */
export function requestAccepted({ userId }: Actor, roomId: string): Change {
  return { type: 'roomUpdated', roomId, fields: ['request', 'members'], seenBy: userId };
}
