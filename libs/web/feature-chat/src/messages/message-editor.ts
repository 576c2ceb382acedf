import { Component, computed, inject, input, linkedSignal, untracked } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Button } from '@parley/web-ui';
import { GrowingText } from '../composer/growing-text';
import { textLength } from '../composer/text-length';
import { MessageActions } from './message-actions';
import type { MessageRow } from './message-row';

/** A message of one's own while one changes it: Enter saves, Escape leaves it as it was. */
@Component({
  selector: 'parley-message-editor',
  imports: [Button, GrowingText, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <parley-growing-text
        autofocus
        [label]="t('room.editMessage')"
        [(text)]="text"
        (entered)="save()"
        (escaped)="leave($event)"
      />
      <div class="choices">
        <button parleyButton type="button" (click)="actions.editing.set(null)">{{ t('ui.cancel') }}</button>
        <button
          parleyButton
          look="primary"
          type="button"
          [busy]="actions.isBusy()"
          [disabled]="!maySave()"
          (click)="save()"
        >
          {{ t('room.save') }}
        </button>
      </div>
    </ng-container>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-2);
      inline-size: min(32rem, 70vw);
      /* Beside the list of rooms a pane is narrower than that. */
      max-inline-size: 100%;
      padding-block: var(--space-1);
    }
    parley-growing-text {
      padding: var(--space-2) var(--space-3);
      border: 1px solid var(--line-strong);
      border-radius: var(--radius);
      background: var(--surface);
    }
    parley-growing-text:focus-within {
      border-color: transparent;
      outline: 2px solid var(--focus);
    }
    .choices {
      display: flex;
      justify-content: flex-end;
      gap: var(--space-2);
    }
  `,
})
export class MessageEditor {
  readonly row = input.required<MessageRow>();
  protected readonly actions = inject(MessageActions);
  /** As it was when one began: whatever happens to the message meanwhile, what one writes stays. */
  protected readonly text = linkedSignal(() => untracked(this.row).text ?? '');
  protected readonly maySave = computed(() => textLength(this.text()).isSendable);

  protected leave(event: Event): void {
    // Of what Escape closes, only the innermost.
    event.preventDefault();
    this.actions.editing.set(null);
  }

  protected async save(): Promise<void> {
    if (!this.maySave()) return;
    if (this.text().trim() === this.row().text) this.actions.editing.set(null);
    else await this.actions.save(this.text());
  }
}
