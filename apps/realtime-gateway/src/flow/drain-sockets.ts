import { setTimeout as pause } from 'node:timers/promises';
import type { GatewaySocket } from '../connection/gateway-socket';
import type { LiveSockets } from '../connection/live-sockets';

/** How often a share of the sockets is closed, and how many a second there are no reasons to spread. */
const STEP_MS = 100;
const PER_SECOND = 100;

/**
 * Moves all clients to other nodes: says so, then closes their connections one after the other, spread over `withinMs` (few are done sooner), so that the
 * others are not run over. The transport is closed and not the socket: a client reconnects by itself from the first and never from the second.
 */
export async function drainSockets(live: LiveSockets, withinMs: number): Promise<void> {
  const sockets = shuffled([...live.all()]);
  for (const socket of sockets) socket.emit('server:draining', { reconnectWithinMs: withinMs });
  const perStep = Math.ceil(Math.max(PER_SECOND / 1_000, sockets.length / Math.max(withinMs, 1)) * STEP_MS);
  for (let from = 0; from < sockets.length; from += perStep) {
    await pause(STEP_MS);
    for (const { conn } of sockets.slice(from, from + perStep)) conn.close();
  }
}

function shuffled(sockets: GatewaySocket[]): GatewaySocket[] {
  for (let i = sockets.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    const [a, b] = [sockets[i], sockets[j]];
    if (a !== undefined && b !== undefined) [sockets[i], sockets[j]] = [b, a];
  }
  return sockets;
}
