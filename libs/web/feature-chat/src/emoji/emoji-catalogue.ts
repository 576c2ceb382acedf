import { inject, Injectable, signal } from '@angular/core';
import * as z from 'zod';
import { BrowserStorage } from '@parley/web-data-access';
import { EmojiIndex } from './emoji-index';

const RECENT = 'recent-emoji';
/** How many are kept of those that one used last. */
const RECENT_MAX = 16;

/** All emoji that one can choose, loaded when they are first wanted, and those that one used last. */
@Injectable({ providedIn: 'root' })
export class EmojiCatalogue {
  private readonly storage = inject(BrowserStorage);
  private readonly loaded = signal<EmojiIndex | null>(null);
  private loading: Promise<EmojiIndex> | undefined;
  private readonly used = signal<readonly string[]>(
    z.array(z.string()).max(RECENT_MAX).safeParse(this.storage.read(RECENT)).data ?? [],
  );

  /** Null until they are there. */
  readonly index = this.loaded.asReadonly();
  readonly recent = this.used.asReadonly();

  /** @throws where the browser could not have them; the next call tries again. */
  load(): Promise<EmojiIndex> {
    this.loading ??= import('emoji-picker-element-data/en/emojibase/data.json').then(
      ({ default: emoji }) => {
        const index = new EmojiIndex(emoji);
        this.loaded.set(index);
        return index;
      },
      (error: unknown) => {
        this.loading = undefined;
        throw error;
      },
    );
    return this.loading;
  }

  /** Remembers that one was used. */
  use(emoji: string): void {
    this.used.update((recent) => [emoji, ...recent.filter((other) => other !== emoji)].slice(0, RECENT_MAX));
    this.storage.write(RECENT, this.used());
  }
}
