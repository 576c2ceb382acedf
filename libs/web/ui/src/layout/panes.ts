import { booleanAttribute, Component, effect, type ElementRef, inject, input, viewChild } from '@angular/core';
import { PassingPlace, sidesOf } from './passing-place';

/** From here on there is space for a list beside what was chosen. */
export const SIDE_BY_SIDE = '(min-width: 768px)';

/** A list beside what was chosen from it. On a phone one of the two fills the screen: the list, or what was chosen. */
@Component({
  selector: 'parley-panes',
  template: `
    <div class="list"><ng-content select="[list]" /></div>
    <div #detail class="detail"><ng-content /></div>
  `,
  host: { '[class.chosen]': 'chosen()' },
  styles: `
    :host {
      display: grid;
      grid-template-columns: clamp(17rem, 42vw, var(--list)) minmax(0, 1fr);
      block-size: 100%;
      min-block-size: 0;
    }
    .list,
    .detail {
      display: grid;
      grid-template-rows: minmax(0, 1fr);
      grid-template-columns: minmax(0, 1fr);
      min-block-size: 0;
      min-inline-size: 0;
    }
    .list {
      border-inline-end: 1px solid var(--line);
    }
    @media (max-width: 767.98px) {
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
      .list {
        border: 0;
      }
      :host(.chosen) .list,
      :host(:not(.chosen)) .detail {
        display: none;
      }
    }
  `,
})
export class Panes {
  /** Whether something was chosen. */
  readonly chosen = input.required<boolean>();
  /** Whether the page is made of the two: what is said in passing then stands where what was chosen does. */
  readonly page = input(false, { transform: booleanAttribute });
  private readonly detail = viewChild.required<ElementRef<HTMLElement>>('detail');

  constructor() {
    const { pane } = inject(PassingPlace);
    effect((onCleanup) => {
      const element = this.detail().nativeElement;
      if (!this.page() || typeof ResizeObserver === 'undefined') return;
      const resized = new ResizeObserver(() => pane.set(sidesOf(element)));
      resized.observe(element);
      onCleanup(() => {
        resized.disconnect();
        pane.set(null);
      });
    });
  }
}
