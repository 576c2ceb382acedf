/** What the Socket.IO room of a chatroom is called: whoever is in it hears the room's facts. */
export function roomChannel(roomId: string): string {
  return `room:${roomId}`;
}

/** The chatroom that a Socket.IO room stands for; undefined for other rooms, such as those that each socket has to itself. */
export function channelRoom(channel: string): string | undefined {
  return channel.startsWith('room:') ? channel.slice('room:'.length) : undefined;
}
