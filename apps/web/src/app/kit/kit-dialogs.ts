import { Component, signal } from '@angular/core';
import { Button, Confirm, Dialog, ReportDialog } from '@parley/web-ui';
import { KitSample } from './kit-sample';

const DIALOGS = ['Dialog', 'Long', 'Confirm', 'Busy', 'Report', 'Report a message', 'Report, not taken'] as const;
type Open = (typeof DIALOGS)[number];

/** What opens over the page and holds it. */
@Component({
  selector: 'parley-kit-dialogs',
  imports: [Button, Confirm, Dialog, KitSample, ReportDialog],
  template: `
    <section>
      <h2>Dialogs</h2>
      <parley-kit-sample
        name="Dialog, short and longer than the page; asking once more, and while it is done; reporting"
      >
        @for (dialog of dialogs; track dialog) {
          <button parleyButton type="button" (click)="open.set(dialog)">{{ dialog }}</button>
        }
      </parley-kit-sample>
    </section>
    @switch (open()) {
      @case ('Dialog') {
        <parley-dialog title="A dialog" (closed)="open.set(null)"><p>What it is about.</p></parley-dialog>
      }
      @case ('Long') {
        <parley-dialog title="A dialog that is longer than the page" (closed)="open.set(null)">
          @for (line of lines; track line) {
            <p>Line {{ line }} of what it is about.</p>
          }
        </parley-dialog>
      }
      @case ('Confirm') {
        <parley-confirm
          title="Delete this message?"
          action="Delete"
          (confirmed)="open.set(null)"
          (declined)="open.set(null)"
        >
          This cannot be taken back.
        </parley-confirm>
      }
      @case ('Busy') {
        <parley-confirm title="Delete this message?" action="Delete" [busy]="true" (declined)="open.set(null)">
          It is being done.
        </parley-confirm>
      }
      @case ('Report') {
        <parley-report-dialog
          title="Report Ben Okafor?"
          [noteMax]="200"
          (sent)="open.set(null)"
          (closed)="open.set(null)"
        />
      }
      @case ('Report a message') {
        <parley-report-dialog
          isMessage
          title="Report this message?"
          [noteMax]="200"
          [busy]="true"
          (closed)="open.set(null)"
        />
      }
      @case ('Report, not taken') {
        <parley-report-dialog
          title="Report Ben Okafor?"
          [noteMax]="200"
          [problem]="{ code: 'unavailable' }"
          (closed)="open.set(null)"
        />
      }
    }
  `,
  styleUrl: './kit-section.css',
})
export class KitDialogs {
  protected readonly dialogs = DIALOGS;
  protected readonly lines = Array.from({ length: 40 }, (_, index) => index + 1);
  protected readonly open = signal<Open | null>(null);
}
