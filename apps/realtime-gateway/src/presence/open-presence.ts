import type { Change } from '@parley/contracts';
import type { Services } from '@parley/server-edge';
import type { PresenceBoard } from '@parley/server-realtime';
import { every, type Logger } from '@parley/server-runtime';
import type { GatewayServer, GatewaySocket } from '../connection/gateway-socket';
import type { LiveSockets } from '../connection/live-sockets';
import { LocalPresence } from './local-presence';
import { PresenceFacts } from './presence-facts';
import { PresenceWatches } from './presence-watches';
import { SeenNotes } from './seen-notes';
import { WatchReviews } from './watch-reviews';
import { WatchedPeople } from './watched-people';

const TICK_MS = 1_000;
/** How often it is asked again who shows their presence and whom a block divides, should the news of a change have been lost. */
const DOUBT_EVERY_MS = 60_000;

export interface PresenceParts {
  readonly io: GatewayServer;
  readonly live: LiveSockets;
  readonly board: PresenceBoard;
  readonly users: Pick<Services['users'], 'contactable' | 'presenceFacts' | 'noteSeen'>;
  readonly log: Logger;
  readonly isDraining: () => boolean;
}

/** The changes that concern who sees whom. */
type PresenceChange = Extract<Change, { type: 'presenceSettingChanged' | 'blockChanged' }>;

/** Presence on one node. Nothing of it is on the way of a message. */
export interface NodePresence {
  readonly watches: PresenceWatches;
  connected(socket: GatewaySocket): void;
  disconnected(socket: GatewaySocket): void;
  set(socket: GatewaySocket, active: boolean): void;
  apply(change: PresenceChange): void;
  /** Changes may have been missed: all is looked at again. */
  review(): void;
  stop(): Promise<void>;
}

export function openPresence({ io, live, board, users, log, isDraining }: PresenceParts): NodePresence {
  const notes = new SeenNotes(users, log);
  const facts = new PresenceFacts(users, log);
  const local: LocalPresence = new LocalPresence({
    board,
    changed: (userId, leftAt) => {
      if (leftAt !== undefined) notes.add(userId, leftAt);
      people.mark(userId, leftAt);
    },
  });
  const people: WatchedPeople = new WatchedPeople({ io, board, facts, here: (userId) => local.partOf(userId), log });
  const watches = new PresenceWatches(users, people, facts);
  const device = ({ id, data }: GatewaySocket) => ({ id, userId: data.identity.userId });
  const refresh = async (): Promise<void> => {
    for (const userId of await facts.refresh()) people.mark(userId);
  };
  const reviews = new WatchReviews(watches, log);
  const reviewPair = (watcher: string, watched: string): void =>
    reviews.add(live.ofUser(watcher).filter((socket) => watches.asksFor(socket, watched)));

  // Told once it is noted: whoever asked before hears it, and whoever asks later reads it.
  const noteGone = async (userIds: readonly string[], at: number): Promise<void> => {
    for (const userId of userIds) notes.add(userId, at);
    await notes.flush();
    board.lastSeen(userIds, at);
  };

  board.start({
    changed: (userId, leftAt) => people.mark(userId, leftAt),
    unsure: () => people.markAll(),
    gone: (userIds, at) => void noteGone(userIds, at),
  });
  const ticking = every(
    TICK_MS,
    'looking after presence',
    async () => {
      // Those who are moved to other nodes are here until they have come there.
      if (!isDraining()) local.tick();
      reviews.tick();
      await Promise.all([refresh(), notes.flush()]);
    },
    log,
  );
  const doubting = every(
    DOUBT_EVERY_MS,
    'doubting who may be seen',
    async () => {
      facts.doubt(people.ids());
      reviews.doubtAll();
    },
    log,
  );

  return {
    watches,
    connected: (socket) => local.connected(device(socket)),
    disconnected: (socket) => {
      watches.end(socket);
      local.disconnected(device(socket));
    },
    set: (socket, active) => local.set(device(socket), active),
    apply: (change) => {
      if (change.type === 'presenceSettingChanged') {
        if (people.get(change.userId) === undefined) return;
        facts.doubt([change.userId]);
        void refresh();
      } else {
        const [one, other] = change.userIds;
        reviewPair(one, other);
        reviewPair(other, one);
      }
    },
    review: () => {
      facts.doubt(people.ids());
      people.markAll();
      reviews.add(watches.sockets());
    },
    stop: async () => {
      await Promise.all([ticking.stop(), doubting.stop()]);
      for (const [userId, at] of local.everybody()) notes.add(userId, at);
      await notes.flush();
      await people.stop();
      await board.close();
    },
  };
}
