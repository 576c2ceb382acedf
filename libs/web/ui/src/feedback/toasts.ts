import { Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { IconButton } from '../button/icon-button';
import { closeIcon } from '../icon/icons';
import { Toaster } from './toaster';

/** Where toasts appear; once in the page. */
@Component({
  selector: 'parley-toasts',
  imports: [IconButton, TranslocoDirective],
  template: `
    <div role="status" aria-live="polite" *transloco="let t">
      @for (toast of toaster.toasts(); track toast.id) {
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
      }
    </div>
  `,
  styles: `
    /* Above what stands at the foot of every view: the bar on a phone, the line one writes in. */
    :host {
      position: fixed;
      z-index: 1100;
      inset-block-end: calc(var(--foot) + var(--space-2) + env(safe-area-inset-bottom));
      inset-inline: var(--space-4);
      display: grid;
      justify-items: center;
      pointer-events: none;
    }
    div[role] {
      display: grid;
      justify-items: center;
      gap: var(--space-2);
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
  protected readonly toaster = inject(Toaster);
  protected readonly closeIcon = closeIcon;
}
