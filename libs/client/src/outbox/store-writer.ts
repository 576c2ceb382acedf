import { withDeadline, type Machine } from '../machine';
import type { OutboxEntry } from './outbox-entry';
import type { OutboxStore } from './outbox-store';

/** How long the store may take for one call, in milliseconds. */
export const STORE_MS = 3_000;

/** Writes to the store one call after the other: only the newest state of each entry, so that what waits is never more than there are entries. */
export class StoreWriter {
  /** What is to be written, by id; null where the entry is to be forgotten. */
  private readonly due = new Map<string, OutboxEntry | null>();
  private writing = false;

  constructor(
    private readonly store: OutboxStore,
    private readonly machine: Machine,
    private readonly defect: (error: unknown) => void,
  ) {}

  save(entry: OutboxEntry): void {
    this.due.set(entry.clientMessageId, entry);
    void this.write();
  }

  remove(clientMessageId: string): void {
    this.due.set(clientMessageId, null);
    void this.write();
  }

  private async write(): Promise<void> {
    if (this.writing) return;
    this.writing = true;
    // The first call is made before this function returns: a store that writes at once has written when a message shows.
    for (let next = this.take(); next; next = this.take()) {
      const [id, entry] = next;
      try {
        await withDeadline(this.machine, STORE_MS, entry ? this.store.save(entry) : this.store.remove(id));
      } catch (error) {
        // Full or forbidden: the message lives as long as the program.
        this.defect(error);
      }
    }
    this.writing = false;
  }

  private take(): [string, OutboxEntry | null] | undefined {
    const next = this.due.entries().next().value;
    if (next) this.due.delete(next[0]);
    return next;
  }
}
