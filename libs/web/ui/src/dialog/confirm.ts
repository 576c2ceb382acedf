import { Component, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Button } from '../button/button';
import { ButtonRow } from '../button/button-row';
import { Dialog } from './dialog';

/** Asks once more before something that is hard to take back. The way back comes first, so that Enter does no harm. */
@Component({
  selector: 'parley-confirm',
  imports: [Button, ButtonRow, Dialog, TranslocoDirective],
  template: `
    <parley-dialog [title]="title()" (closed)="declined.emit()">
      <p><ng-content /></p>
      <parley-button-row *transloco="let t">
        <button parleyButton type="button" (click)="declined.emit()">{{ t('ui.cancel') }}</button>
        <button parleyButton type="button" look="danger" [busy]="busy()" (click)="confirmed.emit()">
          {{ action() }}
        </button>
      </parley-button-row>
    </parley-dialog>
  `,
  styles: `
    p {
      color: var(--ink-soft);
    }
    parley-button-row {
      margin-block-start: var(--space-6);
    }
  `,
})
export class Confirm {
  readonly title = input.required<string>();
  /** The words of the button that does it. */
  readonly action = input.required<string>();
  readonly busy = input(false);
  readonly confirmed = output<void>();
  readonly declined = output<void>();
}
