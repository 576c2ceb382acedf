/** How many sockets a member may have, over all gateways. */
export interface SocketQuota {
  /** Counts a socket in; false where the member has as many as they may. */
  acquire(userId: string, socketId: string): Promise<boolean>;
  release(userId: string, socketId: string): void;
}

/** The quota of a node that counts for itself. */
export class LocalSocketQuota implements SocketQuota {
  private readonly sockets = new Map<string, Set<string>>();

  constructor(private readonly max: number) {}

  acquire(userId: string, socketId: string): Promise<boolean> {
    const mine = this.sockets.get(userId) ?? new Set();
    if (mine.size >= this.max) return Promise.resolve(false);
    this.sockets.set(userId, mine.add(socketId));
    return Promise.resolve(true);
  }

  release(userId: string, socketId: string): void {
    const mine = this.sockets.get(userId);
    mine?.delete(socketId);
    if (mine?.size === 0) this.sockets.delete(userId);
  }

  /** Every member with sockets here, and those. */
  entries(): Iterable<readonly [string, ReadonlySet<string>]> {
    return this.sockets;
  }
}
