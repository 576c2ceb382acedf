import { inject, Injectable } from '@angular/core';
import * as z from 'zod';
import { WireErrorSchema } from '@parley/contracts';
import type { OutboxEntry, OutboxStore } from '@parley/client';
import { BrowserStorage } from './browser-storage';

const KEY = 'outbox';

const EntrySchema = z.object({
  clientMessageId: z.string(),
  senderId: z.string(),
  roomId: z.string(),
  text: z.string(),
  queuedAt: z.number(),
  status: z.enum(['waiting', 'sending', 'failed']),
  error: WireErrorSchema.nullable(),
});

/** Keeps unsent messages in the browser, so that a reload loses none. */
@Injectable({ providedIn: 'root' })
export class OutboxStorage implements OutboxStore {
  private readonly storage = inject(BrowserStorage);

  load(): readonly OutboxEntry[] {
    const stored = z.array(EntrySchema).safeParse(this.storage.read(KEY));
    return stored.success ? stored.data : [];
  }

  save(entries: readonly OutboxEntry[]): void {
    if (entries.length === 0) this.storage.remove(KEY);
    else this.storage.write(KEY, entries);
  }
}
