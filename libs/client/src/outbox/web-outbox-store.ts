import { WireErrorSchema } from '@parley/contracts';
import * as z from 'zod';
import type { OutboxEntry } from './outbox-entry';
import type { OutboxStore } from './outbox-store';

/** The part of the browser's `Storage` that is needed. */
export interface TextStorage {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** The part of the browser's `LockManager` that is needed. */
export interface Locks {
  request(name: string, options: { ifAvailable: boolean }, use: (lock: unknown) => Promise<void>): Promise<unknown>;
}

export interface WebOutboxStoreOptions {
  /** `localStorage`, or what behaves like it. */
  storage: TextStorage;
  /** `navigator.locks`; absent where the page is served without TLS. */
  locks?: Locks | undefined;
  /** A name for this tab that no other has. */
  tabId: string;
}

const PREFIX = 'parley.outbox.';

const EntrySchema = z.object({
  clientMessageId: z.string(),
  senderId: z.string(),
  roomId: z.string(),
  text: z.string(),
  replyToSeq: z.int().min(1).optional(),
  place: z.number(),
  queuedAt: z.number(),
  status: z.enum(['waiting', 'sending', 'failed']),
  error: WireErrorSchema.nullable(),
});

/**
 * Keeps unsent messages in the browser's storage, one key for each, named after the tab that has it. `localStorage` and not IndexedDB: it writes before
 * the page can go, so that a reload right after Enter loses nothing, and a message is far smaller than what it holds.
 *
 * Each tab holds a Web Lock with its name for as long as it lives. What is kept under a name whose lock is free was left by a tab that is gone, and the
 * tab that gets the lock takes it over; so no entry is sent by two tabs, and none waits for a tab that is busy. Where the browser has no such locks every
 * tab takes over everything: two may send the same entry, under the same id, which is one message all the same.
 */
export function webOutboxStore({ storage, locks, tabId }: WebOutboxStoreOptions): OutboxStore {
  const key = (owner: string, id: string): string => `${PREFIX}${owner}.${id}`;
  // Granted at once, since nobody else has this name, and held until the page goes.
  const held = locks?.request(PREFIX + tabId, { ifAvailable: false }, () => new Promise<void>(() => undefined));
  // A page on its way out may be refused the lock; then its entries count as left behind, which they are about to be.
  held?.catch(() => undefined);

  /** Answers whether there was room for it: an entry that is taken over and finds none lives as long as the page. */
  const keep = (entry: OutboxEntry): boolean => {
    try {
      storage.setItem(key(tabId, entry.clientMessageId), JSON.stringify(entry));
      return true;
    } catch {
      return false;
    }
  };

  const takeOver = (owner: string): OutboxEntry[] =>
    keysOf(storage, `${PREFIX}${owner}.`).flatMap((from) => {
      const entry = read(storage, from);
      // The copy first, so that a page that ends between the two loses nothing; where there is no room for both, one after the other.
      const isCopied = entry !== undefined && keep(entry);
      storage.removeItem(from);
      if (entry && !isCopied) keep(entry);
      return entry ?? [];
    });

  return {
    async claim() {
      const owners = new Set(keysOf(storage, PREFIX).map((name) => name.slice(PREFIX.length).split('.')[0] ?? ''));
      owners.delete(tabId);
      const claimed: OutboxEntry[] = [];
      let refusal: unknown;
      for (const owner of owners) {
        if (!locks) claimed.push(...takeOver(owner));
        else
          await locks
            .request(PREFIX + owner, { ifAvailable: true }, async (lock) => {
              if (lock) claimed.push(...takeOver(owner));
            })
            // What the others left is under this tab's name by now: it has to be answered.
            .catch((error: unknown) => (refusal = error));
      }
      if (refusal !== undefined && claimed.length === 0)
        throw new Error('What other tabs left cannot be taken over.', { cause: refusal });
      return claimed;
    },
    async save(entry) {
      storage.setItem(key(tabId, entry.clientMessageId), JSON.stringify(entry));
    },
    async remove(clientMessageId) {
      storage.removeItem(key(tabId, clientMessageId));
    },
  };
}

function keysOf(storage: TextStorage, start: string): string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) =>
    key.startsWith(start),
  );
}

/** What cannot be read was written by an older version, or by nobody: it counts as absent. */
function read(storage: TextStorage, key: string): OutboxEntry | undefined {
  try {
    return EntrySchema.parse(JSON.parse(storage.getItem(key) ?? ''));
  } catch {
    return undefined;
  }
}
