import type { CommandData, CommandPayload } from '@parley/contracts';
import type { Actor } from '@parley/server-rpc';
import type { RoomReader } from '../composition/room-reader';
import type { Services } from '../services';

/** `rooms:sync`: what changed in the rooms named, cursors that were moved elsewhere, and rooms joined meanwhile as overview items. */
export async function syncRooms(
  messages: Services['messages'],
  reader: RoomReader,
  actor: Actor,
  question: CommandPayload<'rooms:sync'>,
): Promise<CommandData<'rooms:sync'>> {
  const { rooms, joined, joinedMore, left, read } = await messages.sync(question, { actor });
  return {
    rooms,
    joined: joined.length === 0 ? [] : await reader.items(actor, joined),
    ...(joinedMore ? { joinedMore } : {}),
    left,
    ...(read ? { read } : {}),
  };
}
