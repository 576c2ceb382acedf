import { afterNextRender, Component, DOCUMENT, type ElementRef, inject, input, output, viewChild } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { saveFile } from '@parley/web-data-access';
import { Button, ButtonRow, Toaster } from '@parley/web-ui';

/** Recovery codes, this one time: to copy, to save, and then to say that one has them. */
@Component({
  selector: 'parley-recovery-codes',
  imports: [Button, ButtonRow, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <p>{{ t('secondFactor.codesLead') }}</p>
      <ul #list role="list" tabindex="-1" class="codes" [attr.aria-label]="t('secondFactor.codes')">
        @for (code of codes(); track code) {
          <li>
            <code class="key" dir="ltr">{{ code }}</code>
          </li>
        }
      </ul>
      <div class="ways">
        <button parleyButton type="button" (click)="copy()">{{ t('secondFactor.copy') }}</button>
        <button parleyButton type="button" (click)="save()">{{ t('secondFactor.save') }}</button>
      </div>
      <parley-button-row>
        <button parleyButton look="primary" type="button" (click)="kept.emit()">{{ t('secondFactor.kept') }}</button>
      </parley-button-row>
    </ng-container>
  `,
  styleUrl: './second-factor.css',
})
export class RecoveryCodes {
  readonly codes = input.required<readonly string[]>();
  /** Somebody says that they have them. */
  readonly kept = output<void>();

  private readonly list = viewChild<ElementRef<HTMLElement>>('list');
  private readonly document = inject(DOCUMENT);
  private readonly toaster = inject(Toaster);
  private readonly transloco = inject(TranslocoService);

  constructor() {
    // What had the focus before is gone, and these are not to be missed.
    afterNextRender(() => this.list()?.nativeElement.focus());
  }

  protected async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.codes().join('\n'));
      this.toaster.say(this.transloco.translate('ui.copied'));
    } catch {
      // The browser may refuse: not focused, not allowed, not a secure page.
      this.toaster.say(this.transloco.translate('ui.notCopied'), 'danger');
    }
  }

  protected save(): void {
    saveFile(
      this.document,
      new Blob([`${this.codes().join('\n')}\n`], { type: 'text/plain' }),
      'parley-recovery-codes.txt',
    );
  }
}
