import type { OutboxEntry } from './outbox-entry';

/**
 * Where unsent messages outlive the program. Several programs of one account (the tabs of a browser) may share one place: each keeps its own entries
 * there, and takes over those of a program that is gone. A store that fails or hangs delays no message: it is only not kept.
 */
export interface OutboxStore {
  /** Takes over what programs left that are gone, an earlier run of this one included. Never answers what this store was given itself. */
  claim(): Promise<readonly OutboxEntry[]>;
  /** Keeps an entry, in its newest state. */
  save(entry: OutboxEntry): Promise<void>;
  /** Forgets an entry; one that is not there changes nothing. */
  remove(clientMessageId: string): Promise<void>;
}

/** Keeps entries in a map: for as long as the process lives, or as long as whoever passes the map keeps it. One program at a time uses one map. */
export function memoryOutboxStore(kept = new Map<string, OutboxEntry>()): OutboxStore {
  const own = new Set<string>();
  return {
    async claim() {
      const left = [...kept.values()].filter((entry) => !own.has(entry.clientMessageId));
      for (const { clientMessageId } of left) own.add(clientMessageId);
      return left;
    },
    async save(entry) {
      own.add(entry.clientMessageId);
      kept.set(entry.clientMessageId, entry);
    },
    async remove(clientMessageId) {
      kept.delete(clientMessageId);
    },
  };
}
