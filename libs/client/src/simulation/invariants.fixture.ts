import type { ModelRoom } from '../sync/model-room.fixture';
import type { Device, Sent } from './device.fixture';
import type { World } from './world.fixture';

/** What of a device differs from the server, in words; null where nothing does. Cheap: it is asked often until all have converged. */
export function differs(device: Device, world: World): string | null {
  const { core, options } = device;
  if (!core) return `${device.name} does not run`;
  if (core.outbox.entries.get().some((entry) => entry.status !== 'failed')) return `${device.name} has unsent messages`;
  for (const roomId of options.roomIds) {
    const room = world.system.rooms.get(roomId);
    const state = core.rooms.room(roomId).state.get();
    if (!room) continue;
    const { messages } = state;
    const first = messages[0]?.seq ?? 1;
    const where = `${device.name} in ${roomId}`;
    if (!room.has(options.userId)) {
      if (state.status !== 'missing') return `${where} is ${state.status}, and out of it`;
      continue;
    }
    if (state.status !== 'ready') return `${where} is ${state.status}`;
    if (state.lastSeq !== room.messages.length) return `${where} knows ${state.lastSeq} of ${room.messages.length}`;
    if (!state.hasAfter && messages.length + first - 1 !== room.messages.length) return `${where} shows no end`;
    for (let index = 0; index < messages.length; index++)
      if (messages[index]?.revision !== room.messages[first + index - 1]?.revision)
        return `${where} shows an old ${first + index}`;
  }
  for (const room of world.system.rooms.values()) {
    const problem = unread(device, room) ?? itemDiffers(device, room);
    if (problem) return problem;
  }
  return null;
}

/** What was read is known to the server: also of somebody who came into the room again, since they then have read what there was. */
function unread({ marked, name, options: { userId } }: Device, room: ModelRoom): string | null {
  const [wanted, known] = [marked.get(room.id) ?? 0, room.cursorOf(userId)];
  return room.has(userId) && known < wanted
    ? `${name} read ${room.id} to ${wanted}, the server knows of ${known}`
    : null;
}

function itemDiffers({ core, name, options: { userId } }: Device, room: ModelRoom): string | null {
  const item = core?.rooms.overview.get().items.find(({ id }) => id === room.id);
  const where = `${name}'s overview of ${room.id}`;
  if (!room.has(userId)) return item ? `${where} is there, and they are out of it` : null;
  if (!item) return `${where} is missing`;
  if (item.lastReadSeq !== room.cursorOf(userId))
    return `${where} has read ${item.lastReadSeq}, not ${room.cursorOf(userId)}`;
  if (item.unreadCount !== room.unreadOf(userId))
    return `${where} counts ${item.unreadCount} unread of ${room.unreadOf(userId)}`;
  return (item.lastMessage?.seq ?? 0) === room.messages.length ? null : `${where} shows an old last message`;
}

/** What the whole run broke, in words; null where it kept every promise. */
export function broken(world: World): string | null {
  for (const device of world.devices) if (device.wrong) return device.wrong;
  if (world.wrongAcks[0]) return world.wrongAcks[0];
  if (world.unrenewed) return world.unrenewed;
  const sent = world.devices.flatMap((device) => device.sent);
  const rows = new Map<string, { seq: number; text: string | null; roomId: string; count: number }>();
  for (const room of world.system.rooms.values())
    for (const message of room.messages) {
      const known = rows.get(message.clientMessageId);
      if (message.clientMessageId.startsWith('old-') || message.clientMessageId.startsWith('flood-')) continue;
      rows.set(message.clientMessageId, {
        seq: message.seq,
        text: message.text,
        roomId: room.id,
        count: (known?.count ?? 0) + 1,
      });
    }
  return missing(sent, rows, world) ?? outOfOrder(sent, rows);
}

type Rows = ReadonlyMap<string, { seq: number; text: string | null; roomId: string; count: number }>;

function missing(sent: readonly Sent[], rows: Rows, world: World): string | null {
  const discarded = new Set(world.discarded);
  for (const each of sent) {
    const row = rows.get(each.clientMessageId);
    if (!row && each.kept && !discarded.has(each.clientMessageId) && !isRefused(each, world))
      return `lost: ${each.text} of ${each.device}`;
    if (!row && world.acknowledged.has(each.clientMessageId)) return `acknowledged and lost: ${each.text}`;
    if (row && row.count > 1) return `stored ${row.count} times: ${each.text}`;
    if (row && row.roomId !== each.roomId) return `in another room: ${each.text}`;
    const acknowledged = world.acknowledged.get(each.clientMessageId);
    if (row && acknowledged !== undefined && acknowledged !== row.seq)
      return `acknowledged at another seq: ${each.text}`;
  }
  const known = new Set(sent.map((each) => each.clientMessageId));
  for (const id of rows.keys()) if (!known.has(id)) return `never sent under this id: ${id}`;
  return null;
}

/** Who is out of a room is refused there: the message stays in their outbox, as failed. */
function isRefused({ device, roomId, clientMessageId }: Sent, world: World): boolean {
  const userId = world.devices.find(({ name }) => name === device)?.options.userId ?? '';
  if (!world.system.rooms.get(roomId)?.wasOut(userId)) return false;
  return world.devices.some(({ core }) =>
    core?.outbox.entries.get().some((entry) => entry.clientMessageId === clientMessageId && entry.status === 'failed'),
  );
}

/** Messages of one life of one program stand in each room in the order in which they were sent. */
function outOfOrder(sent: readonly Sent[], rows: Rows): string | null {
  const last = new Map<string, Sent>();
  for (const each of sent) {
    const row = rows.get(each.clientMessageId);
    if (!row) continue;
    const key = `${each.device} ${each.life} ${each.roomId}`;
    const before = last.get(key);
    if (before && (rows.get(before.clientMessageId)?.seq ?? 0) > row.seq) return `${each.text} before ${before.text}`;
    last.set(key, each);
  }
  return null;
}
