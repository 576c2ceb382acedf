import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, effect, ElementRef, inject, input, linkedSignal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { IconButton } from '../button/icon-button';
import { OpenDialogs } from '../dialog/open-dialogs';
import { closeIcon } from '../icon/icons';
import { PassingPlace } from '../layout/passing-place';
import { type Toast, Toaster } from './toaster';

/** What was said longer ago than this was read out where it stood then, in milliseconds. */
const HEARD_AFTER_MS = 1_000;

/** What is free above and below the toasts, together, in pixels. */
const GAP_PX = 12;

/** A toast, and whether it has been read out elsewhere, before a dialog opened or closed. */
interface Place {
  readonly toast: Toast;
  readonly isHeard: boolean;
}

/**
 * Where toasts appear: once in the page, and once in each modal dialog, which shows them while it is on top, as nothing outside of it can be reached or
 * heard. The place for them is there before them: a live region tells only what is added to it; what moves here after it was heard stands outside of that.
 */
@Component({
  selector: 'parley-toasts',
  imports: [IconButton, NgTemplateOutlet, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <div class="heard">
        @for (place of heard(); track place.toast.id) {
          <ng-container [ngTemplateOutlet]="one" [ngTemplateOutletContext]="{ $implicit: place.toast }" />
        }
      </div>
      <div role="status" aria-live="polite">
        @for (place of told(); track place.toast.id) {
          <ng-container [ngTemplateOutlet]="one" [ngTemplateOutletContext]="{ $implicit: place.toast }" />
        }
      </div>
      <ng-template #one let-toast>
        <div class="toast" [class.danger]="toast.tone === 'danger'">
          <span>{{ toast.text }}</span>
          <button
            parleyIconButton
            type="button"
            [icon]="closeIcon"
            [size]="18"
            [label]="t('ui.dismiss')"
            (click)="toaster.dismiss(toast.id)"
          ></button>
        </div>
      </ng-template>
    </ng-container>
  `,
  host: { '[style.--foot]': 'foot()', '[style.--start.px]': 'sides()?.start', '[style.--end.px]': 'sides()?.end' },
  styles: `
    /* Above what stands at the foot of every view: the bar on a phone, the line one writes in, which leaves room for it. Within one pane, where there are two. */
    :host {
      position: fixed;
      z-index: 1100;
      inset-block-end: calc(var(--foot) + var(--space-2) + env(safe-area-inset-bottom));
      inset-inline: calc(var(--start, 0px) + var(--space-4)) calc(var(--end, 0px) + var(--space-4));
      display: grid;
      justify-items: center;
      pointer-events: none;
    }
    .heard,
    div[role] {
      display: grid;
      justify-items: center;
      gap: var(--space-2);
    }
    .heard:not(:empty) {
      margin-block-end: var(--space-2);
    }
    .toast {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      max-inline-size: min(100%, 36rem);
      padding-inline: var(--space-5) var(--space-1);
      /* Round at the ends of one line, and not rounder with two. */
      border-radius: calc(var(--target) / 2);
      background: var(--ink);
      color: var(--paper);
      box-shadow: var(--float);
      font-size: 0.9375rem;
      line-height: 1.4;
      pointer-events: auto;
      animation: rise var(--calm) var(--ease);
    }
    .toast span {
      padding-block: var(--space-2);
      overflow-wrap: anywhere;
    }
    .toast button {
      flex: none;
      color: inherit;
    }
    .danger {
      background: var(--danger);
      color: var(--on-danger);
    }
    @keyframes rise {
      from {
        opacity: 0;
        transform: translateY(0.5rem);
      }
    }
  `,
})
export class Toasts {
  /** The dialog that it belongs to; null in the page. */
  readonly within = input<object | null>(null);
  protected readonly toaster = inject(Toaster);
  private readonly dialogs = inject(OpenDialogs);
  private readonly place = inject(PassingPlace);
  private readonly places = linkedSignal<readonly Toast[], readonly Place[]>({
    source: () => (this.dialogs.top() === this.within() ? this.toaster.toasts() : []),
    computation: (toasts, before) =>
      toasts.map(
        (toast) =>
          before?.value.find((place) => place.toast === toast) ?? {
            toast,
            isHeard: Date.now() - toast.at > HEARD_AFTER_MS,
          },
      ),
  });
  protected readonly heard = computed(() => this.places().filter(({ isHeard }) => isHeard));
  protected readonly told = computed(() => this.places().filter(({ isHeard }) => !isHeard));
  /** What has been measured of what it stands above reaches down to the edge of the screen. */
  protected readonly foot = computed(() => {
    const foot = this.place.foot();
    return foot === null ? null : `calc(${foot.height}px - env(safe-area-inset-bottom))`;
  });
  /** Of a dialog it stands in the middle, as that does. */
  protected readonly sides = computed(() => (this.within() === null ? (this.place.foot() ?? this.place.pane()) : null));
  protected readonly closeIcon = closeIcon;

  constructor() {
    const { taken } = this.place;
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    effect((onCleanup) => {
      if (this.within() !== null || typeof ResizeObserver === 'undefined') return;
      const resized = new ResizeObserver(() => taken.set(element.offsetHeight && element.offsetHeight + GAP_PX));
      resized.observe(element);
      onCleanup(() => {
        resized.disconnect();
        taken.set(0);
      });
    });
  }
}
