import type { NodePart, PresencePart } from './presence-part';

/** What a board tells the node that holds it. */
export interface BoardListener {
  /** Another node says something new of a member whom this one listens for; `leftAt`, in epoch milliseconds, where they have just left it. */
  changed(userId: string, leftAt?: number): void;
  /** Nodes have come or gone, or news may have been missed: all that was read before has to be looked at again. */
  unsure(): void;
  /** These people were on a node that died and are nowhere now; they were last seen at about this time, in epoch milliseconds. */
  gone(userIds: readonly string[], at: number): void;
}

/** Where nodes tell each other how their members are. Nobody waits for it to send a message: what it does not know yet is shown a little later. */
export interface PresenceBoard {
  /** Calls back from now on. */
  start(listener: BoardListener): void;
  /** Says how a member is on this node. Returns at once; while others cannot be told, the last word is kept and said then. */
  say(userId: string, part: PresencePart): void;
  /** Says that a member is no longer on this node since `leftAt`, in epoch milliseconds. */
  leave(userId: string, leftAt: number): void;
  /** Tells every node where one of these is watched that they were last seen then, in epoch milliseconds. What gets lost is read from the users service later. */
  lastSeen(userIds: readonly string[], at: number): void;
  /** What the other nodes that live say of these members. Rejects where they cannot be asked. */
  read(userIds: readonly string[]): Promise<ReadonlyMap<string, readonly NodePart[]>>;
  /** Whether a node's word still counts, as far as is known here. */
  isAlive(node: string): boolean;
  listen(userId: string): void;
  ignore(userId: string): void;
  /** Resolves when all that was asked for with `listen` is heard, after a moment in any case. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** The board of a node that is alone: there is nobody else to tell or to ask. */
export function memoryPresenceBoard(): PresenceBoard {
  return {
    start: () => undefined,
    say: () => undefined,
    leave: () => undefined,
    lastSeen: () => undefined,
    read: () => Promise.resolve(new Map()),
    isAlive: () => false,
    listen: () => undefined,
    ignore: () => undefined,
    settled: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}
