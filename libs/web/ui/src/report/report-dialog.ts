import { booleanAttribute, Component, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Button } from '../button/button';
import { ButtonRow } from '../button/button-row';
import { Choices } from '../choice/choices';
import { Dialog } from '../dialog/dialog';
import { ProblemNotice } from '../feedback/problem-notice';
import type { ProblemShape } from '../feedback/problem-words';
import { Field } from '../field/field';
import { Input } from '../field/input';

/** Why somebody is reported, as moderators read it. */
const REASONS = ['spam', 'harassment', 'hate', 'fraud', 'other'] as const;
type Reason = (typeof REASONS)[number];

/** What is told with a report. */
export interface ReportWords {
  readonly reason: Reason;
  readonly note: string;
}

/** Asks why somebody, or something they wrote, is to be reported. */
@Component({
  selector: 'parley-report-dialog',
  imports: [Button, ButtonRow, Choices, Dialog, Field, Input, ProblemNotice, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <parley-dialog [title]="title()" (closed)="closed.emit()">
        <form novalidate (submit)="$event.preventDefault(); sent.emit({ reason: reason(), note: note.element.value })">
          <p>{{ t(isMessage() ? 'report.leadMessage' : 'report.lead') }}</p>
          <parley-problem [problem]="problem()" />
          <parley-choices
            [label]="t('report.reason')"
            [choices]="choices(t)"
            [value]="reason()"
            (chosen)="reason.set($event)"
          />
          <parley-field [label]="t('report.note')" [note]="t('report.optional')">
            <textarea #note="parleyInput" parleyInput rows="3" [maxLength]="noteMax()"></textarea>
          </parley-field>
          <parley-button-row>
            <button parleyButton type="button" (click)="closed.emit()">{{ t('ui.cancel') }}</button>
            <button parleyButton look="primary" type="submit" [busy]="busy()">{{ t('report.send') }}</button>
          </parley-button-row>
        </form>
      </parley-dialog>
    </ng-container>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--space-4);
    }
    p {
      color: var(--ink-soft);
    }
  `,
})
export class ReportDialog {
  readonly title = input.required<string>();
  /** Whether it is about something that was written, which goes with the report. */
  readonly isMessage = input(false, { transform: booleanAttribute });
  readonly busy = input(false);
  readonly problem = input<ProblemShape | null>(null);
  /** How long the note may be, in UTF-16 units. */
  readonly noteMax = input.required<number>();
  readonly sent = output<ReportWords>();
  readonly closed = output<void>();

  protected readonly reason = signal<Reason>('spam');

  protected choices(t: (key: string) => string) {
    return REASONS.map((value) => ({ value, label: t(`report.reasons.${value}`) }));
  }
}
