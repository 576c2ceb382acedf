import { Component, inject, input, output, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { AccountStore, REFUSED, Sending, wrongWith } from '@parley/web-data-access';
import { Button, ButtonRow, Dialog, Field, Input, PasswordInput, ProblemNotice, Toaster } from '@parley/web-ui';
import { RecoveryCodes } from './recovery-codes';

/** What is done by the password and a code. */
export type SecondFactorWay = 'renew' | 'disable';

/** Asks for the password and a code before the second factor is turned off or gets other recovery codes, which it then shows. */
@Component({
  selector: 'parley-confirm-by-code',
  imports: [
    Button,
    ButtonRow,
    Dialog,
    Field,
    FormField,
    Input,
    PasswordInput,
    ProblemNotice,
    RecoveryCodes,
    TranslocoDirective,
  ],
  template: `
    <parley-dialog *transloco="let t" [title]="t('secondFactor.' + way() + '.title')" (closed)="closed.emit()">
      @if (codes(); as codes) {
        <parley-recovery-codes [codes]="codes" (kept)="closed.emit()" />
      } @else {
        <form novalidate (submit)="send($event)">
          <p>{{ t('secondFactor.' + way() + '.text') }}</p>
          <parley-problem [problem]="sending.problem()" />
          @let wrongPassword = wrongWith(form.password);
          <parley-field
            [label]="t('account.yourPassword')"
            [error]="
              wrongPassword === refused ? t('account.passwordWrong') : wrongPassword && t('auth.passwordMissing')
            "
          >
            <parley-password-input autocomplete="current-password" [formField]="form.password" />
          </parley-field>
          @let wrongCode = wrongWith(form.code);
          <parley-field
            [label]="t('secondFactor.code')"
            [hint]="t('secondFactor.eitherHint')"
            [error]="wrongCode === refused ? t('secondFactor.codeWrong') : wrongCode && t('secondFactor.codeMissing')"
          >
            <input
              parleyInput
              type="text"
              autocomplete="one-time-code"
              autocapitalize="off"
              spellcheck="false"
              [formField]="form.code"
            />
          </parley-field>
          <parley-button-row>
            <button parleyButton type="button" (click)="closed.emit()">{{ t('ui.cancel') }}</button>
            <button
              parleyButton
              [look]="way() === 'disable' ? 'danger' : 'primary'"
              type="submit"
              [busy]="sending.busy()"
            >
              {{ t('secondFactor.' + way() + '.submit') }}
            </button>
          </parley-button-row>
        </form>
      }
    </parley-dialog>
  `,
  styleUrl: './second-factor.css',
})
export class ConfirmByCode {
  readonly way = input.required<SecondFactorWay>();
  readonly closed = output<void>();

  private readonly store = inject(AccountStore);
  private readonly toaster = inject(Toaster);
  private readonly transloco = inject(TranslocoService);
  private readonly model = signal({ password: '', code: '' });
  protected readonly form = form(this.model, (fields) => {
    required(fields.password);
    required(fields.code);
  });
  protected readonly sending = new Sending();
  protected readonly codes = signal<readonly string[] | null>(null);
  protected readonly refused = REFUSED;
  protected readonly wrongWith = wrongWith;

  protected async send(event: Event): Promise<void> {
    const { password, code } = this.form;
    if (!(await this.sending.send(event, this.form, () => this.work(), { password, code }))) return;
    if (this.way() === 'renew') return;
    this.toaster.say(this.transloco.translate('secondFactor.isOff'));
    this.closed.emit();
  }

  private async work(): Promise<void> {
    if (this.way() === 'disable') await this.store.disableSecondFactor(this.model());
    else this.codes.set(await this.store.renewRecoveryCodes(this.model()));
  }
}
