import { computed, inject, Injectable, signal } from '@angular/core';
import { EmojiCatalogue } from '../emoji/emoji-catalogue';
import { openShortcode, type OpenShortcode, withEmoji } from '../emoji/shortcodes';

/** How many emoji are offered for a shortcode that is being typed. */
const OFFERED_MAX = 6;
/** Something that may become a shortcode: time to load the emoji. */
const MAY_BE_ONE = /:[a-z0-9_+-]{2}/i;

/** An emoji that is offered, and the shortcode that it is offered by. */
export interface Offered {
  readonly emoji: string;
  readonly shortcode: string;
}

/** A text and where the cursor is in it. */
export interface Typed {
  readonly text: string;
  readonly cursor: number;
}

/** Emoji by `:shortcodes:`: a whole one becomes its emoji, and one that is being typed is offered to be chosen from. One for each composer. */
@Injectable()
export class EmojiCompletion {
  private readonly catalogue = inject(EmojiCatalogue);
  private readonly open = signal<OpenShortcode | null>(null);
  private readonly at = signal(0);

  readonly offered = computed<readonly Offered[]>(() => {
    const [open, index] = [this.open(), this.catalogue.index()];
    if (!open || !index) return [];
    const query = open.query.toLowerCase();
    return index.search(query, OFFERED_MAX).map(({ emoji, shortcodes }) => ({
      emoji,
      shortcode: shortcodes.find((code) => code.startsWith(query)) ?? shortcodes[0] ?? '',
    }));
  });
  /** Which of those offered Enter takes. */
  readonly active = computed(() => Math.min(this.at(), Math.max(0, this.offered().length - 1)));

  /** Looks at what was typed. Answers it with whole shortcodes replaced, or null where there is nothing to replace. */
  look({ text, cursor }: Typed): Typed | null {
    if (MAY_BE_ONE.test(text)) {
      // Without them a shortcode stays as it is typed; the next one typed tries again.
      this.catalogue.load().catch(() => undefined);
    }
    const index = this.catalogue.index();
    const replaced = index ? withEmoji(text, index) : text;
    const moved = index && replaced !== text ? withEmoji(text.slice(0, cursor), index).length : cursor;
    this.open.set(openShortcode(replaced, moved));
    this.at.set(0);
    return replaced === text ? null : { text: replaced, cursor: moved };
  }

  close(): void {
    this.open.set(null);
  }

  /** Moves through what is offered, round at the ends. */
  move(by: 1 | -1): void {
    const count = this.offered().length;
    this.at.set((this.active() + by + count) % count);
  }

  /** The text with the emoji in the place of what was typed of it. */
  take({ emoji }: Offered, { text, cursor }: Typed): Typed {
    const start = this.open()?.start ?? cursor;
    this.catalogue.use(emoji);
    this.close();
    const before = `${text.slice(0, start)}${emoji} `;
    return { text: before + text.slice(cursor).replace(/^ /, ''), cursor: before.length };
  }
}
