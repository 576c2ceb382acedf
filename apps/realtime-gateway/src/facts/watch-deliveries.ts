import type { Message } from '@parley/contracts';
import { channelRoom } from '@parley/server-realtime';
import type { GatewayServer } from '../connection/gateway-socket';
import type { Delivered } from './delivered';

/**
 * Notes every message that is told to the sockets of this node, wherever it came from, and which rooms they are in. Socket.IO encodes a packet once for all
 * sockets here that it goes to, those of its own server as well as those that came from another node: that is the one place which all pass.
 */
export function watchDeliveries(io: GatewayServer, delivered: Delivered): void {
  const encode = io.encoder.encode.bind(io.encoder);
  io.encoder.encode = (packet): unknown[] => {
    const data: unknown = packet.data;
    if (Array.isArray(data)) {
      if (data[0] === 'message:created') delivered.note(data[1] as Message, true);
      else if (data[0] === 'message:updated') delivered.note(data[1] as Message, false);
    }
    return encode(packet) as unknown[];
  };
  const { adapter } = io.of('/');
  adapter.on('create-room', (channel: string) => {
    const roomId = channelRoom(channel);
    if (roomId !== undefined) delivered.open(roomId);
  });
  adapter.on('delete-room', (channel: string) => {
    const roomId = channelRoom(channel);
    if (roomId !== undefined) delivered.close(roomId);
  });
}
