import { Component, inject, signal } from '@angular/core';
import { FormField, form, required, validate, validateStandardSchema } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { EmailSchema } from '@parley/contracts';
import { AccountStore, REFUSED, Sending, wrongWith } from '@parley/web-data-access';
import { Button, Field, Input, Notice, PasswordInput, ProblemNotice } from '@parley/web-ui';

/** Asks for another address. It holds once the mail that comes there is confirmed, so the form tells of that mail and of nothing else. */
@Component({
  selector: 'parley-email-form',
  imports: [Button, Field, FormField, Input, Notice, PasswordInput, ProblemNotice, TranslocoDirective],
  template: `
    <form novalidate (submit)="send($event)" *transloco="let t">
      <parley-problem [problem]="sending.problem()" />
      @let wrongEmail = wrongWith(form.email);
      <parley-field
        [label]="t('account.newEmail')"
        [error]="wrongEmail === same ? t('account.sameEmail') : wrongEmail && t('auth.emailWrong')"
      >
        <input parleyInput type="email" autocomplete="email" inputmode="email" [formField]="form.email" />
      </parley-field>
      @let wrongPassword = wrongWith(form.password);
      <parley-field
        [label]="t('account.yourPassword')"
        [hint]="t('account.yourPasswordHint')"
        [error]="wrongPassword === refused ? t('account.passwordWrong') : wrongPassword && t('auth.passwordMissing')"
      >
        <parley-password-input autocomplete="current-password" [formField]="form.password" />
      </parley-field>
      <button parleyButton look="primary" type="submit" [busy]="sending.busy()">{{ t('account.sendEmail') }}</button>
      @if (sentTo(); as email) {
        <parley-notice>{{ t('account.emailSent', { email }) }}</parley-notice>
      }
    </form>
  `,
  styleUrl: './account-form.css',
})
export class EmailForm {
  private readonly store = inject(AccountStore);
  private readonly model = signal({ email: '', password: '' });
  /** What is wrong with an address that one has already. */
  protected readonly same = 'same';
  protected readonly form = form(this.model, (fields) => {
    validateStandardSchema(fields.email, EmailSchema);
    validate(fields.email, ({ value }) =>
      addressOf(value()) === this.store.account()?.email ? { kind: this.same } : undefined,
    );
    required(fields.password);
  });
  protected readonly sending = new Sending();
  protected readonly sentTo = signal<string | null>(null);
  protected readonly refused = REFUSED;
  protected readonly wrongWith = wrongWith;

  protected async send(event: Event): Promise<void> {
    const { form } = this;
    const { email, password } = this.model();
    this.sentTo.set(null);
    const work = (): Promise<void> => this.store.changeEmail({ email, password });
    if (await this.sending.send(event, form, work, { email: form.email, password: form.password })) {
      form().reset({ email: '', password: '' });
      this.sentTo.set(email.trim());
    }
  }
}

/** An address as the contract compares it; empty for what is none. */
const addressOf = (typed: string): string => EmailSchema.safeParse(typed).data ?? '';
