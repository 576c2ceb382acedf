import type { Room } from './sync/room';

/** Answers each message that begins with `!echo`, once, whatever happens to the connection. Answers the function that ends it. */
export async function echo(room: Room, ownId: string): Promise<() => void> {
  await room.open();
  return room.onMessage(({ senderId, text }) => {
    if (senderId !== ownId && text?.startsWith('!echo ')) room.send(text.slice('!echo '.length));
  });
}
