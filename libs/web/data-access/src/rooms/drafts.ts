import { DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { type ReplyTo, ReplyToSchema } from '@parley/contracts';
import * as z from 'zod';
import { BrowserStorage } from '../client/browser-storage';

const DraftSchema = z.object({
  text: z.string(),
  at: z.number(),
  /** The message that it is to answer. */
  replyTo: ReplyToSchema.nullable().default(null),
});

/** Drafts kept of one person; of more, the oldest go. */
const DRAFTS_MAX = 200;

/** What was typed and not sent, by person and room. It survives another room, a reload and a session that ends; signing out forgets it. */
@Injectable({ providedIn: 'root' })
export class Drafts {
  private readonly storage = inject(BrowserStorage);
  /** Moves on with every change, also of another tab's. */
  private readonly changes = signal(0);

  constructor() {
    const stop = new AbortController();
    inject(DOCUMENT).defaultView?.addEventListener('storage', () => this.changed(), { signal: stop.signal });
    inject(DestroyRef).onDestroy(() => stop.abort());
  }

  /** As `read`, for templates: followed as it changes. */
  shown(userId: string, roomId: string): string {
    this.changes();
    return this.read(userId, roomId);
  }

  read(userId: string, roomId: string): string {
    return this.stored(keyOf(userId, roomId))?.text ?? '';
  }

  /** The message that the draft is to answer; null where there is none. */
  replyTo(userId: string, roomId: string): ReplyTo | null {
    return this.stored(keyOf(userId, roomId))?.replyTo ?? null;
  }

  write(userId: string, roomId: string, text: string, replyTo: ReplyTo | null = null): void {
    const key = keyOf(userId, roomId);
    const isNew = this.stored(key) === undefined;
    if (text.trim() === '') this.storage.remove(key);
    else {
      this.storage.write(key, { text, at: Date.now(), replyTo });
      if (isNew) this.prune(userId);
    }
    this.changed();
  }

  forget(userId: string): void {
    for (const key of this.storage.keys(keyOf(userId, ''))) this.storage.remove(key);
    this.changed();
  }

  private changed(): void {
    this.changes.update((count) => count + 1);
  }

  private prune(userId: string): void {
    const keys = this.storage.keys(keyOf(userId, ''));
    if (keys.length <= DRAFTS_MAX) return;
    const byAge = keys.map((key) => ({ key, at: this.stored(key)?.at ?? 0 })).sort((a, b) => b.at - a.at);
    for (const { key } of byAge.slice(DRAFTS_MAX)) this.storage.remove(key);
  }

  private stored(key: string): z.infer<typeof DraftSchema> | undefined {
    return DraftSchema.safeParse(this.storage.read(key)).data;
  }
}

const keyOf = (userId: string, roomId: string): string => `draft.${userId}.${roomId}`;
