import { Component, computed, input } from '@angular/core';
import { Icon } from '../icon/icon';
import { alertIcon } from '../icon/icons';

let count = 0;

/** A label, a control (`parleyInput`), and below it what is wrong or a hint, tied together for screen readers. */
@Component({
  selector: 'parley-field',
  imports: [Icon],
  template: `
    <label [attr.for]="controlId" [class.visually-hidden]="hideLabel()">
      {{ label() }}
      @if (note(); as note) {
        <span class="note">{{ note }}</span>
      }
    </label>
    <ng-content />
    @if (error(); as error) {
      <p class="error" [id]="messageId"><parley-icon [icon]="icon" [size]="16" /> {{ error }}</p>
    } @else if (hint()) {
      <p class="hint" [id]="messageId">{{ hint() }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-1);
      align-content: start;
      min-inline-size: 0;
    }
    label {
      font-weight: 550;
      font-size: var(--text-sm);
    }
    .note {
      font-weight: 400;
      color: var(--ink-faint);
    }
    .hint,
    .error {
      font-size: var(--text-sm);
      line-height: 1.35;
      color: var(--ink-soft);
    }
    .error {
      display: flex;
      gap: var(--space-1);
      color: var(--danger-ink);
    }
    .error parley-icon {
      margin-block-start: 0.1em;
    }
    .visually-hidden {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  `,
})
export class Field {
  readonly label = input.required<string>();
  /** A word beside the label, such as "optional". */
  readonly note = input<string | null>(null);
  readonly hint = input<string | null>(null);
  readonly error = input<string | null>(null);
  readonly hideLabel = input(false);

  readonly controlId = `field-${++count}`;
  readonly messageId = `${this.controlId}-message`;
  readonly describedBy = computed(() => (this.error() || this.hint() ? this.messageId : null));
  protected readonly icon = alertIcon;
}
