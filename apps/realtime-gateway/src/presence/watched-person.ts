import type { Presence } from '@parley/contracts';
import { strongest, type NodePart, type PresencePart } from '@parley/server-realtime';
import type { GatewaySocket } from '../connection/gateway-socket';

/** Somebody whom a socket of this node watches. Times in epoch milliseconds. */
export interface WatchedPerson {
  /** Sockets that have asked for this person, and those of them that have had their answer and hear what changes. */
  readonly holders: Set<GatewaySocket>;
  readonly audience: Set<GatewaySocket>;
  showPresence: boolean;
  lastSeen: number | null;
  /** What other nodes said last. */
  others: readonly NodePart[];
  /** What the audience knows; undefined before the first look. */
  shown: Presence | undefined;
}

/** What is shown of somebody who may not be seen, and of nobody at all. */
export function unseen(userId: string): Presence {
  return { userId, status: 'offline', lastSeenAt: null };
}

/** What is to be shown of a person. */
export function presenceOf(
  userId: string,
  { showPresence, lastSeen, others }: Pick<WatchedPerson, 'showPresence' | 'lastSeen' | 'others'>,
  here: PresencePart | null,
): Presence {
  if (!showPresence) return unseen(userId);
  const part = strongest(here === null ? others : [here, ...others]);
  if (part?.status === 'online') return { userId, status: 'online', lastSeenAt: null };
  const seen = part?.since ?? lastSeen;
  return {
    userId,
    status: part === null ? 'offline' : 'away',
    lastSeenAt: seen === null ? null : new Date(seen).toISOString(),
  };
}
