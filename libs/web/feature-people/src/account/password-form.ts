import { Component, inject, signal } from '@angular/core';
import { FormField, form, required, validateStandardSchema } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { limits, PasswordSchema } from '@parley/contracts';
import { AccountStore, REFUSED, Sending, wrongWith } from '@parley/web-data-access';
import { Button, Field, PasswordInput, ProblemNotice, Toaster } from '@parley/web-ui';

/** Changes the password. This session goes on, every other ends. */
@Component({
  selector: 'parley-password-form',
  imports: [Button, Field, FormField, PasswordInput, ProblemNotice, TranslocoDirective],
  template: `
    <form novalidate (submit)="send($event)" *transloco="let t">
      <parley-problem [problem]="sending.problem()" />
      <!-- For whatever keeps one's passwords: whose it is that changes. -->
      <input type="text" autocomplete="username" readonly hidden [value]="store.account()?.email ?? ''" />
      @let wrongCurrent = wrongWith(form.currentPassword);
      <parley-field
        [label]="t('account.currentPassword')"
        [error]="wrongCurrent === refused ? t('account.passwordWrong') : wrongCurrent && t('auth.passwordMissing')"
      >
        <parley-password-input autocomplete="current-password" [formField]="form.currentPassword" />
      </parley-field>
      @let wrongNew = wrongWith(form.newPassword);
      <parley-field
        [label]="t('auth.passwordNew')"
        [hint]="t('auth.passwordHint', { min: limits.passwordMin })"
        [error]="
          wrongNew === refused
            ? t('auth.passwordCommon')
            : wrongNew && t('auth.passwordShort', { min: limits.passwordMin })
        "
      >
        <parley-password-input autocomplete="new-password" [formField]="form.newPassword" />
      </parley-field>
      <button parleyButton look="primary" type="submit" [busy]="sending.busy()">
        {{ t('account.setPassword') }}
      </button>
    </form>
  `,
  styleUrl: './account-form.css',
})
export class PasswordForm {
  protected readonly store = inject(AccountStore);
  private readonly toaster = inject(Toaster);
  private readonly transloco = inject(TranslocoService);
  private readonly model = signal({ currentPassword: '', newPassword: '' });
  protected readonly form = form(this.model, (fields) => {
    required(fields.currentPassword);
    validateStandardSchema(fields.newPassword, PasswordSchema);
  });
  protected readonly sending = new Sending();
  protected readonly limits = limits;
  protected readonly refused = REFUSED;
  protected readonly wrongWith = wrongWith;

  protected async send(event: Event): Promise<void> {
    const { form } = this;
    const { currentPassword, newPassword } = form;
    const work = (): Promise<void> => this.store.changePassword(this.model());
    if (await this.sending.send(event, form, work, { currentPassword, newPassword })) {
      form().reset({ currentPassword: '', newPassword: '' });
      this.toaster.say(this.transloco.translate('account.passwordChanged'));
    }
  }
}
