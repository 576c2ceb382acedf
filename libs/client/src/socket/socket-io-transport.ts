import type { Ack, CommandEvents, CommandName, FactEvents, FactName, FactPayload, WireError } from '@parley/contracts';
import { io, type Socket } from 'socket.io-client';
import type { OpenTransport } from './transport';

/** How long opening the WebSocket may take, in milliseconds. */
const OPEN_MS = 10_000;

type Emit = (event: CommandName, payload: unknown, ack: (error: Error | null, answer: Ack<unknown>) => void) => void;

/**
 * One Socket.IO socket over WebSocket for each attempt. Socket.IO's own reconnection is off: it neither asks for a new token nor comes back after the
 * server closed the door, and its jitter is not a full one.
 */
export function socketIoTransport(origin: string): OpenTransport {
  return (token, events) => {
    const socket: Socket<FactEvents, CommandEvents> = io(origin, {
      transports: ['websocket'],
      reconnection: false,
      autoConnect: false,
      forceNew: true,
      timeout: OPEN_MS,
      auth: { token },
    });
    socket.on('connect', () => events.opened());
    socket.on('connect_error', (error: Error & { data?: WireError }) => events.refused(error.data));
    socket.on('disconnect', () => events.closed());
    socket.onAny((name: FactName, payload: FactPayload<FactName>) => events.fact(name, payload));
    socket.connect();
    return {
      emit(name, payload, deadlineMs, answered) {
        const timed = socket.timeout(deadlineMs);
        const emit = timed.emit.bind(timed) as Emit;
        emit(name, payload, (error, answer) => answered(error ? null : answer));
      },
      close: () => void socket.disconnect(),
    };
  };
}
