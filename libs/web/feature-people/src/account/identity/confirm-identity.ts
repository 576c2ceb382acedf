import { Component, inject, input, output, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { AccountStore, IssuerSignIn, REFUSED, Sending, wrongWith } from '@parley/web-data-access';
import { Button, ButtonRow, Dialog, Field, PasswordInput, ProblemNotice, Toaster } from '@parley/web-ui';

/** What is done by the password. */
export type IdentityWay = 'connect' | 'disconnect';

/** Asks for the password before the account is connected with one at the issuer, where it then goes, or disconnected. */
@Component({
  selector: 'parley-confirm-identity',
  imports: [Button, ButtonRow, Dialog, Field, FormField, PasswordInput, ProblemNotice, TranslocoDirective],
  template: `
    <parley-dialog
      *transloco="let t"
      [title]="t('identity.' + way() + '.title', { name: name() })"
      (closed)="closed.emit()"
    >
      <form novalidate (submit)="send($event)">
        <p>{{ t('identity.' + way() + '.text', { name: name() }) }}</p>
        <parley-problem [problem]="sending.problem()" />
        @let wrong = wrongWith(form.password);
        <parley-field
          [label]="t('account.yourPassword')"
          [error]="wrong === refused ? t('account.passwordWrong') : wrong && t('auth.passwordMissing')"
        >
          <parley-password-input autocomplete="current-password" [formField]="form.password" />
        </parley-field>
        <parley-button-row>
          <button parleyButton type="button" (click)="closed.emit()">{{ t('ui.cancel') }}</button>
          <button
            parleyButton
            [look]="way() === 'disconnect' ? 'danger' : 'primary'"
            type="submit"
            [busy]="sending.busy()"
          >
            {{ t('identity.' + way() + '.submit', { name: name() }) }}
          </button>
        </parley-button-row>
      </form>
    </parley-dialog>
  `,
  styleUrl: '../second-factor/second-factor.css',
})
export class ConfirmIdentity {
  readonly way = input.required<IdentityWay>();
  readonly name = input.required<string>();
  readonly closed = output<void>();

  private readonly store = inject(AccountStore);
  private readonly issuer = inject(IssuerSignIn);
  private readonly toaster = inject(Toaster);
  private readonly transloco = inject(TranslocoService);
  protected readonly form = form(signal({ password: '' }), (fields) => required(fields.password));
  protected readonly sending = new Sending();
  protected readonly refused = REFUSED;
  protected readonly wrongWith = wrongWith;

  protected async send(event: Event): Promise<void> {
    const { password } = this.form;
    const typed = password().value();
    const way = this.way();
    const work = (): Promise<void> => (way === 'connect' ? this.issuer.beginLink(typed) : this.store.disconnect(typed));
    if (!(await this.sending.send(event, this.form, work, { password })) || way === 'connect') return;
    this.toaster.say(this.transloco.translate('identity.isOff'));
    this.closed.emit();
  }
}
