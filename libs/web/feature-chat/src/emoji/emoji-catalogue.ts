import { computed, inject, Injectable, signal } from '@angular/core';
import * as z from 'zod';
import { BrowserStorage } from '@parley/web-data-access';
import { type Emoji, EmojiIndex, TONES } from './emoji-index';

const RECENT = 'recent-emoji';
const TONE = 'emoji-tone';
/** How many are kept of those that one used last. */
const RECENT_MAX = 16;

/** All emoji that one can choose, loaded when they are first wanted, in the skin tone that one chose, and those that one used last. */
@Injectable({ providedIn: 'root' })
export class EmojiCatalogue {
  private readonly storage = inject(BrowserStorage);
  private readonly loaded = signal<readonly Emoji[] | null>(null);
  private loading: Promise<unknown> | undefined;
  private readonly used = signal<readonly string[]>(
    z.array(z.string()).max(RECENT_MAX).safeParse(this.storage.read(RECENT)).data ?? [],
  );

  private readonly chosenTone = signal(
    z
      .int()
      .min(0)
      .max(TONES.length - 1)
      .safeParse(this.storage.read(TONE)).data ?? 0,
  );

  /** A place in `TONES`. */
  readonly tone = this.chosenTone.asReadonly();
  /** Null until they are there. */
  readonly index = computed(() => {
    const emoji = this.loaded();
    return emoji && new EmojiIndex(emoji, this.tone());
  });
  readonly recent = this.used.asReadonly();

  /** @throws where the browser could not have them; the next call tries again. */
  load(): Promise<unknown> {
    this.loading ??= import('emoji-picker-element-data/en/emojibase/data.json').then(
      ({ default: emoji }) => this.loaded.set(emoji),
      (error: unknown) => {
        this.loading = undefined;
        throw error;
      },
    );
    return this.loading;
  }

  /** Shows people and hands in a skin tone from now on. */
  choose(tone: number): void {
    this.chosenTone.set(tone);
    this.storage.write(TONE, tone);
  }

  /** Remembers that one was used. */
  use(emoji: string): void {
    this.used.update((recent) => [emoji, ...recent.filter((other) => other !== emoji)].slice(0, RECENT_MAX));
    this.storage.write(RECENT, this.used());
  }
}
