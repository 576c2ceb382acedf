import { setTimeout as pause } from 'node:timers/promises';
import type { FactPayload } from '@parley/contracts';

/** What draining needs of a socket. */
export interface Movable {
  /** False in the midst of its handshake: it cannot be told anything yet. */
  readonly connected: boolean;
  readonly conn: { close(): void };
  emit(fact: 'server:draining', payload: FactPayload<'server:draining'>): unknown;
}

export interface DrainOptions {
  /** The sockets that are here now. */
  readonly all: () => Iterable<Movable>;
  /** Over how long they are moved, in milliseconds: in 20 s, one in twenty each second. Where that is fewer than one a second, it takes less. */
  readonly withinMs: number;
  /** Aborted where there is nowhere to move to: the rest is left as it is. */
  readonly hurry: AbortSignal;
  /** Waits so many milliseconds, less once `hurry` is aborted. */
  readonly sleep?: (ms: number, hurry: AbortSignal) => Promise<void>;
}

/** How often some are told to go. */
const STEP_MS = 100;
/** How long those who were told have to go by themselves. */
const NOTICE_MS = 1_000;
/** Until whoever hands out connections has noticed that this node takes no more; less where there is little time in all. */
const LEAD_MS = 1_500;
const LEAD_SHARE = 0.1;
/** How long the last are waited for whose handshake is under way: longer it takes none. */
const HANDSHAKE_MS = 5_000;

/**
 * Moves all sockets to other nodes at an even pace, so that those are not run over: some are told to go within a second, and closed after it where they
 * are still there, then the next. A node that is slow takes longer and does not hurry after. The transport is closed and not the socket: a client
 * reconnects by itself from the first and never from the second.
 */
export async function drainSockets({ all, withinMs, hurry, sleep = rest }: DrainOptions): Promise<void> {
  const told = new Set<Movable>();
  const untold = (): Movable[] => [...all()].filter((socket) => !told.has(socket));
  const ready = (): Movable[] => shuffled(untold().filter(({ connected }) => connected));
  const notice = { reconnectWithinMs: Math.min(NOTICE_MS, withinMs) };
  const moves = new Set<Promise<void>>();
  const move = async (socket: Movable): Promise<void> => {
    socket.emit('server:draining', notice);
    await sleep(notice.reconnectWithinMs, hurry);
    if (socket.connected && !hurry.aborted) socket.conn.close();
  };

  if (untold().length > 0) await sleep(Math.min(LEAD_MS, withinMs * LEAD_SHARE), hurry);
  let patienceMs = Math.min(HANDSHAKE_MS, withinMs);
  while (!hurry.aborted) {
    const sockets = ready();
    if (sockets.length === 0) {
      // Those whose handshake was under way when it began come in a further round.
      if (moves.size > 0) {
        await Promise.race(moves);
      } else {
        if (untold().length === 0 || patienceMs <= 0) return;
        patienceMs -= STEP_MS;
        await sleep(STEP_MS, hurry);
      }
      continue;
    }
    const eachMs = Math.min(NOTICE_MS, withinMs / sockets.length);
    const stepMs = Math.max(STEP_MS, eachMs);
    let due = 0;
    for (const socket of sockets) {
      for (; due < 1 && !hurry.aborted; due += eachMs > 0 ? stepMs / eachMs : sockets.length) {
        if (told.size > 0) await sleep(stepMs, hurry);
      }
      due--;
      told.add(socket);
      if (!socket.connected || hurry.aborted) continue;
      const moving = move(socket).finally(() => moves.delete(moving));
      moves.add(moving);
    }
  }
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  // Ending early is no failure.
  await pause(ms, undefined, { signal }).catch(() => undefined);
}

function shuffled(sockets: Movable[]): Movable[] {
  for (let i = sockets.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    const [a, b] = [sockets[i], sockets[j]];
    if (a !== undefined && b !== undefined) [sockets[i], sockets[j]] = [b, a];
  }
  return sockets;
}
