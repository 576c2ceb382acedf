import { Component, inject, input, output, signal } from '@angular/core';
import { FormField, form, required, validate } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { EmailSchema } from '@parley/contracts';
import { AccountStore, type Closing, REFUSED, Sending, wrongWith } from '@parley/web-data-access';
import { Button, ButtonRow, Dialog, Field, Input, PasswordInput, ProblemNotice, Toaster } from '@parley/web-ui';

/** Asks once more before an account is closed: for the password, and before it is deleted for the address too, typed out. */
@Component({
  selector: 'parley-close-account',
  imports: [Button, ButtonRow, Dialog, Field, FormField, Input, PasswordInput, ProblemNotice, TranslocoDirective],
  template: `
    <parley-dialog *transloco="let t" [title]="t('closing.' + way() + '.title')" (closed)="closed.emit()">
      <form novalidate (submit)="send($event)">
        <p>{{ t('closing.' + way() + '.text') }}</p>
        <parley-problem [problem]="sending.problem()" />
        @if (way() === 'remove') {
          <parley-field
            [label]="t('closing.typeAddress', { email: store.account()?.email })"
            [error]="
              wrongWith(form.address) && t(form.address().value() === '' ? 'auth.emailMissing' : 'closing.addressWrong')
            "
          >
            <input parleyInput type="text" autocomplete="off" inputmode="email" [formField]="form.address" />
          </parley-field>
        }
        @let wrong = wrongWith(form.password);
        <parley-field
          [label]="t('account.yourPassword')"
          [error]="wrong === refused ? t('account.passwordWrong') : wrong && t('auth.passwordMissing')"
        >
          <parley-password-input autocomplete="current-password" [formField]="form.password" />
        </parley-field>
        <parley-button-row>
          <button parleyButton type="button" (click)="closed.emit()">{{ t('ui.cancel') }}</button>
          <!-- What one can take back destroys nothing. -->
          <button parleyButton [look]="way() === 'remove' ? 'danger' : 'primary'" type="submit" [busy]="sending.busy()">
            {{ t('closing.' + way() + '.submit') }}
          </button>
        </parley-button-row>
      </form>
    </parley-dialog>
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
export class CloseAccount {
  readonly way = input.required<Closing>();
  readonly closed = output<void>();

  protected readonly store = inject(AccountStore);
  private readonly toaster = inject(Toaster);
  private readonly transloco = inject(TranslocoService);
  private readonly model = signal({ address: '', password: '' });
  protected readonly form = form(this.model, (fields) => {
    validate(fields.address, ({ value }) => (this.isConfirmed(value()) ? undefined : { kind: 'other' }));
    required(fields.password);
  });
  protected readonly sending = new Sending();
  protected readonly refused = REFUSED;
  protected readonly wrongWith = wrongWith;

  protected async send(event: Event): Promise<void> {
    const { form } = this;
    const [way, { password }] = [this.way(), this.model()];
    if (await this.sending.send(event, form, () => this.store.close(way, password), { password: form.password })) {
      this.toaster.say(this.transloco.translate(`closing.${way}.done`));
    }
  }

  private isConfirmed(typed: string): boolean {
    return this.way() === 'deactivate' || EmailSchema.safeParse(typed).data === this.store.account()?.email;
  }
}
