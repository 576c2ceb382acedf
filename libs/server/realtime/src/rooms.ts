/** What the Socket.IO room of a chatroom is called: whoever is in it hears the room's facts. */
export function roomChannel(roomId: string): string {
  return `room:${roomId}`;
}
