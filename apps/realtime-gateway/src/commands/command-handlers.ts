import { syncRooms, type Edge, type EdgeCommands } from '@parley/server-edge';
import type { NodePresence } from '../presence/open-presence';
import type { SessionClock } from '../sessions/session-clock';
import type { CommandHandlers } from './dispatcher';
import type { Typing } from './typing';

/** What each command does. Those that REST offers as well are written in the edge library, once. */
export function commandHandlers(
  { services, rooms }: Edge,
  { messages }: EdgeCommands,
  typing: Typing,
  clock: SessionClock,
  presence: NodePresence,
): CommandHandlers {
  return {
    'message:send': async (payload, { actor }) => (await messages.send(actor, payload)).message,
    'message:edit': (payload, { actor }) => messages.edit(actor, payload),
    'message:delete': (payload, { actor }) => messages.remove(actor, payload),
    'message:react': (payload, { actor }) => messages.react(actor, payload),
    'room:read': (payload, { actor }) => messages.markRead(actor, payload),
    'typing:set': (payload, { actor, socket }) => typing.set(actor, socket, payload),
    'rooms:sync': (payload, { actor }) => syncRooms(services.messages, rooms, actor, payload),
    'presence:watch': (payload, { actor, socket }) => presence.watches.watch(actor, socket, payload),
    'presence:set': async ({ active }, { socket }) => {
      presence.set(socket, active);
      return {};
    },
    'session:renew': (payload, { socket }) => clock.renew(socket, payload.token),
  };
}
