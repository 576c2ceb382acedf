import { Component, computed, input } from '@angular/core';
import { Icon } from '../icon/icon';
import { alertIcon, checkIcon, infoIcon, offlineIcon } from '../icon/icons';

/** What a sentence may be, and its sign. A short break looks like all that is to be known; what lasts, like nothing else. */
const icons = {
  info: infoIcon,
  done: checkIcon,
  danger: alertIcon,
  reconnecting: offlineIcon,
  offline: offlineIcon,
} as const;

/** A sentence that stands in the page: something to know, that was done, or that went wrong. A wrong is announced at once. */
@Component({
  selector: 'parley-notice',
  imports: [Icon],
  template: `
    <div class="said">
      <parley-icon [icon]="icon()" />
      <div class="words"><ng-content /></div>
    </div>
    <ng-content select="[action]" />
  `,
  host: {
    '[class]': 'tone()',
    '[attr.role]': 'tone() === "danger" ? "alert" : "status"',
  },
  styles: `
    :host {
      display: flex;
      align-items: center;
      flex-wrap: wrap;
      gap: var(--space-2) var(--space-3);
      padding: var(--space-3) var(--space-4);
      border-radius: var(--radius);
      border: 1px solid var(--line);
      background: var(--surface);
      font-size: 0.9375rem;
      line-height: 1.4;
    }
    :host(.danger) {
      background: var(--danger-soft);
      border-color: var(--edge);
      color: var(--danger-ink);
    }
    :host(.offline) {
      /* Stands for as long as it lasts: in the dark not the brightest thing there is. */
      background: light-dark(var(--ink), var(--raised));
      color: light-dark(var(--paper), var(--ink));
      border-color: light-dark(transparent, var(--line-strong));
    }
    .said {
      display: flex;
      align-items: start;
      flex: 1 1 min(14rem, 100%);
      gap: var(--space-3);
      min-inline-size: 0;
    }
    /* At the first of its lines, however many there are, and however high what can be done about it is. */
    parley-icon {
      flex: none;
      margin-block-start: calc((1.4em - 20px) / 2);
    }
    /* Beside its sign in a narrow place too, and however long a word of it is. */
    .words {
      flex: 1;
      min-inline-size: 0;
      overflow-wrap: anywhere;
      text-wrap: pretty;
    }
  `,
})
export class Notice {
  readonly tone = input<keyof typeof icons>('info');
  protected readonly icon = computed(() => icons[this.tone()]);
}
