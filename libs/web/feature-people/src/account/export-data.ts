import { Component, DestroyRef, DOCUMENT, inject, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { ParleyError } from '@parley/contracts';
import { asProblem, DataExport, saveFile } from '@parley/web-data-access';
import { Button, ProblemNotice, Toaster } from '@parley/web-ui';

/** Downloads everything of one's own, and tells how far it is. Leaving the page ends it. */
@Component({
  selector: 'parley-export-data',
  imports: [Button, ProblemNotice, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <parley-problem [problem]="problem()" />
      <button parleyButton type="button" [busy]="records() !== null" (click)="download()">
        {{ t('export.download') }}
      </button>
      <p role="status">
        @if (records(); as records) {
          {{ t('export.progress', { records }) }}
        }
      </p>
    </ng-container>
  `,
  styles: `
    :host {
      display: grid;
      justify-items: start;
      gap: var(--space-3);
    }
    p {
      color: var(--ink-soft);
    }
    /* In the page all the same, so that what comes is said; without a gap of its own. */
    p:empty {
      position: absolute;
    }
  `,
})
export class ExportData {
  private readonly data = inject(DataExport);
  private readonly document = inject(DOCUMENT);
  private readonly toaster = inject(Toaster);
  private readonly transloco = inject(TranslocoService);
  private readonly leaving = new AbortController();
  protected readonly problem = signal<ParleyError | null>(null);
  /** How many records have come; null while nothing is under way. */
  protected readonly records = signal<number | null>(null);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.leaving.abort());
  }

  protected async download(): Promise<void> {
    this.problem.set(null);
    this.records.set(0);
    try {
      const file = await this.data.mine(this.leaving.signal, (records) => this.records.set(records));
      if (file === null) return;
      saveFile(this.document, file, `parley-${new Date().toISOString().slice(0, 10)}.jsonl`);
      this.toaster.say(this.transloco.translate('export.done'));
    } catch (error) {
      this.problem.set(asProblem(error));
    } finally {
      this.records.set(null);
    }
  }
}
