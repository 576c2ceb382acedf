import type { WebSocketRoute } from '@playwright/test';
import type { Device } from '../support/device';
import { against } from '../support/reported';
import { expect, test } from '../support/test';

/** Frames of Socket.IO: a command with its number, and the acknowledgement of one. */
const SEND = /^42(\d+)\["message:send",(.*)\]$/s;
const ACK = /^43(\d+)\[/;

/** What went over the live connections of a browser. */
interface Wire {
  /** The `clientMessageId` of each message as often as it was sent. */
  readonly sent: string[];
  /** How many acknowledgements were lost. */
  lost: number;
}

/**
 * Has the connection of a browser break in the worst of moments, once: what it has sent is stored, and the acknowledgement on its way. From the sending on it is told nothing,
 * neither by the acknowledgement nor by the news that overtakes it. To be called before any page is loaded.
 */
async function loseTheFirstAcknowledgement({ context, complaints }: Device): Promise<Wire> {
  complaints.expect(/WebSocket is already in CLOSING or CLOSED state/);
  const wire: Wire = { sent: [], lost: 0 };
  await context.routeWebSocket(/\/socket\.io\//, (page: WebSocketRoute) => {
    const server = page.connectToServer();
    let awaited: string | undefined;
    page.onMessage((frame) => {
      const [, number, payload = ''] = SEND.exec(String(frame)) ?? [];
      const id = /"clientMessageId":"([^"]+)"/.exec(payload)?.[1];
      if (number !== undefined && id !== undefined) {
        wire.sent.push(id);
        if (wire.lost === 0) awaited = number;
      }
      server.send(frame);
    });
    server.onMessage((frame) => {
      if (awaited === undefined) return page.send(frame);
      if (ACK.exec(String(frame))?.[1] !== awaited) return;
      wire.lost += 1;
      void page.close();
      void server.close();
    });
  });
  return wire;
}

test(
  'the acknowledgement of a message is lost with the connection: it is sent again, and is one message',
  against('sent twice'),
  async ({ pair, aDevice, sit }) => {
    const device = await aDevice();
    const wire = await loseTheFirstAcknowledgement(device);
    await device.isOf(pair.ana, `/rooms/${pair.roomId}`);
    const room = device.room('Ben Okafor');
    await expect(room.composer).toBeVisible();
    const ben = await sit('ben');

    await room.say('Did this reach you?');
    await expect.poll(() => wire.lost).toBe(1);
    await expect.poll(() => wire.sent.length).toBe(2);
    expect(new Set(wire.sent).size).toBe(1);
    await expect(room.message('Did this reach you?')).toContainText(/Sent|Read/);

    // What comes after it comes after it, once, for both of them, and for whoever opens the room anew.
    await ben.room.say('It did.');
    for (const seat of [room, ben.room]) await seat.shows(['Did this reach you?', 'It did.']);
    await device.page.reload();
    await room.shows(['Did this reach you?', 'It did.']);
    expect((await pair.ben.overviewOf(pair.roomId))?.lastSeq).toBe(2);
  },
);
