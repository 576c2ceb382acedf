import { afterRenderEffect, Component, computed, DestroyRef, ElementRef, inject, input, signal } from '@angular/core';
import { Formats } from '../time/formats';
import { howManyFit } from './how-many-fit';

/** A word or two of a row. `tone` colours it and puts a dot of that colour before it. */
export interface FittingWord {
  readonly text: string;
  readonly tone?: 'teach' | 'learn';
}

/** As many words as fit into one line, each whole, and how many more there are. Seen alone: whoever hears the page is to be told by other words. */
@Component({
  selector: 'parley-fitting-words',
  template: `
    @for (word of words(); track $index) {
      <span data-word [class]="word.tone ? 'in-' + word.tone : ''" [class.out]="$index >= shown()"
        ><bdi>{{ word.text }}</bdi></span
      >
    }
    <span class="more" dir="ltr" [class.out]="shown() >= words().length">+{{ more() }}</span>
  `,
  host: { 'aria-hidden': 'true' },
  styles: `
    :host {
      position: relative;
      display: flex;
      flex: 1;
      gap: 0 var(--space-2);
      min-inline-size: 0;
      overflow: hidden;
      white-space: nowrap;
    }
    span {
      display: flex;
      flex: none;
      align-items: baseline;
    }
    /* The dot of its tone. */
    span::before {
      position: relative;
      inset-block-end: 0.08em;
      flex: none;
    }
    bdi {
      min-inline-size: 0;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    /* Only the first can be too long for the line. */
    span:first-child {
      flex: 0 1 auto;
      min-inline-size: 0;
    }
    /* Out of the line and yet as wide as it would be in it. */
    .out {
      position: absolute;
      visibility: hidden;
    }
  `,
})
export class FittingWords {
  readonly words = input.required<readonly FittingWord[]>();

  private readonly formats = inject(Formats);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** Nothing is left out before the line was measured. */
  protected readonly shown = signal(Infinity);
  protected readonly more = computed(() =>
    this.formats.number(Math.max(1, this.words().length - Math.min(this.shown(), this.words().length - 1))),
  );

  constructor() {
    afterRenderEffect(() => {
      this.words();
      this.measure();
    });
    if (typeof ResizeObserver === 'undefined') return;
    const resized = new ResizeObserver(() => this.measure());
    resized.observe(this.host);
    inject(DestroyRef).onDestroy(() => resized.disconnect());
  }

  private measure(): void {
    // Also of what is cut: how wide it would be.
    const width = (element: Element): number =>
      element.getBoundingClientRect().width + cutOff(element.firstElementChild);
    const words = [...this.host.querySelectorAll('[data-word]')];
    const more = this.host.querySelector('.more');
    const gap = parseFloat(getComputedStyle(this.host).columnGap) || 0;
    this.shown.set(howManyFit(this.host.clientWidth, words.map(width), gap, more ? width(more) : 0));
  }
}

/** How much of a word is cut, in pixels. */
function cutOff(word: Element | null): number {
  return word ? Math.max(0, word.scrollWidth - word.clientWidth) : 0;
}
