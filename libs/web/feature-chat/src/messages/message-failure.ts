import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { RoomStore } from '@parley/web-data-access';
import { alertIcon, deleteIcon, Icon, retryIcon } from '@parley/web-ui';
import type { MessageRow } from './message-row';

/** A message that was refused: why, and the ways on. Where one may not write any more, trying again is none. */
@Component({
  selector: 'parley-message-failure',
  imports: [Icon, TranslocoDirective],
  template: `
    <p *transloco="let t" role="alert">
      <parley-icon [icon]="alertIcon" [size]="16" />
      <span>{{ t('room.failed.' + reason()) }}</span>
      @if (reason() === 'other') {
        <button type="button" (click)="store.retry(row().clientMessageId)">
          <parley-icon [icon]="retryIcon" [size]="14" /> {{ t('ui.tryAgain') }}
        </button>
      }
      <button type="button" (click)="store.discard(row().clientMessageId)">
        <parley-icon [icon]="deleteIcon" [size]="14" /> {{ t('room.remove') }}
      </button>
    </p>
  `,
  styles: `
    p {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-1) var(--space-2);
      margin-block-start: var(--space-1);
      color: var(--danger-ink);
      font-size: var(--text-sm);
    }
    button {
      display: inline-flex;
      align-items: center;
      gap: var(--space-1);
      min-block-size: 2rem;
      padding: 0 var(--space-3);
      border: 1px solid currentColor;
      border-radius: var(--radius-full);
      background: none;
      color: inherit;
      font-size: var(--text-sm);
      font-weight: 550;
    }
    @media (max-width: 767.98px) {
      p {
        justify-content: flex-end;
      }
      button {
        min-block-size: var(--target);
      }
    }
  `,
})
export class MessageFailure {
  readonly row = input.required<MessageRow>();
  protected readonly store = inject(RoomStore);
  protected readonly alertIcon = alertIcon;
  protected readonly retryIcon = retryIcon;
  protected readonly deleteIcon = deleteIcon;

  /** A block, or a room that one is out of, has words of its own. */
  protected readonly reason = computed(() => {
    const code = this.row().error?.code;
    return code === 'forbidden' || code === 'not_found' ? code : 'other';
  });
}
