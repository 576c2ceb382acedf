import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import type { OverviewItem } from '@parley/contracts';
import { RoomRow } from './room-row';
import { firstWindow, type RowWindow, rowWindow } from './row-window';

/** Height of a row in rem, where the styles (`--row`) do not say. */
const ROW_REM = 4;

/**
 * Rooms, one below the other, of which only those round the view are drawn. Each lies in its own place, so that nothing moves when others come and go;
 * the one with the focus stays, wherever one scrolls. Needs to stand in what scrolls, marked by `data-scroller`.
 */
@Component({
  selector: 'parley-room-list',
  imports: [RoomRow],
  template: `
    <ul #list role="list" [attr.aria-label]="label()" [style.--count]="items().length" (focusin)="keep($event)">
      @for (row of rows(); track row.item.id) {
        <li
          [style.--place]="row.index"
          [attr.data-room]="row.item.id"
          [attr.aria-setsize]="items().length"
          [attr.aria-posinset]="row.index + 1"
        >
          <parley-room-row [item]="row.item" [myId]="myId()" />
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      position: relative;
      block-size: calc(var(--count) * var(--row));
    }
    li {
      position: absolute;
      inset-block-start: calc(var(--place) * var(--row));
      inset-inline: 0;
      block-size: var(--row);
      contain: layout style;
    }
  `,
})
export class RoomList {
  readonly items = input.required<readonly OverviewItem[]>();
  readonly myId = input.required<string>();
  readonly label = input<string | null>(null);

  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly window = signal<RowWindow>(firstWindow, {
    equal: (a, b) => a.from === b.from && a.to === b.to,
  });
  /** The room whose row had the focus last. */
  private readonly kept = signal<string | null>(null);

  protected readonly rows = computed(() => {
    const [{ from, to }, kept] = [this.window(), this.kept()];
    return this.items().flatMap((item, index) =>
      (index >= from && index < to) || item.id === kept ? [{ item, index }] : [],
    );
  });

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const list = this.list();
      const scroller = this.host.closest('[data-scroller]');
      if (!scroller) return;
      const look = (): void => this.look(scroller);
      scroller.addEventListener('scroll', look, { passive: true });
      const resized = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(look);
      resized?.observe(scroller);
      // Higher or lower rows, as they may be set in another tab.
      resized?.observe(list.nativeElement);
      destroyed.onDestroy(() => {
        scroller.removeEventListener('scroll', look);
        resized?.disconnect();
      });
    });
  }

  protected keep({ target }: Event): void {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-room]') : null;
    if (row) this.kept.set(row.dataset['room'] ?? null);
  }

  private look(scroller: Element): void {
    const top = scroller.getBoundingClientRect().top - this.host.getBoundingClientRect().top;
    const style = getComputedStyle(this.host.ownerDocument.documentElement);
    const rem = parseFloat(style.fontSize) || 16;
    const rowRem = parseFloat(style.getPropertyValue('--row')) || ROW_REM;
    this.window.set(rowWindow(top, scroller.clientHeight, rowRem * rem));
  }
}
