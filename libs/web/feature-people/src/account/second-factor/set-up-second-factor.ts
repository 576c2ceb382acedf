import { afterNextRender, Component, inject, Injector, output, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { SecondFactorSetup } from '@parley/contracts';
import { AccountStore, REFUSED, Sending, wrongWith } from '@parley/web-data-access';
import { Button, ButtonRow, Dialog, Field, Input, PasswordInput, ProblemNotice, Toaster } from '@parley/web-ui';
import { QrCode } from './qr-code';
import { RecoveryCodes } from './recovery-codes';

/** Turns the second factor on, in three steps: the password, a key for an app and a code of it, the recovery codes. */
@Component({
  selector: 'parley-set-up-second-factor',
  imports: [
    Button,
    ButtonRow,
    Dialog,
    Field,
    FormField,
    Input,
    PasswordInput,
    ProblemNotice,
    QrCode,
    RecoveryCodes,
    TranslocoDirective,
  ],
  templateUrl: './set-up-second-factor.html',
  styleUrl: './second-factor.css',
})
export class SetUpSecondFactor {
  readonly closed = output<void>();

  private readonly store = inject(AccountStore);
  private readonly toaster = inject(Toaster);
  private readonly transloco = inject(TranslocoService);
  private readonly injector = inject(Injector);
  protected readonly passwordForm = form(signal({ password: '' }), (fields) => required(fields.password));
  protected readonly codeForm = form(signal({ code: '' }), (fields) => required(fields.code));
  protected readonly sending = new Sending();
  /** The key, once the password was right. */
  protected readonly key = signal<SecondFactorSetup | null>(null);
  /** The recovery codes, once it is on. */
  protected readonly codes = signal<readonly string[] | null>(null);
  protected readonly refused = REFUSED;
  protected readonly wrongWith = wrongWith;

  protected async begin(event: Event): Promise<void> {
    const { password } = this.passwordForm;
    const work = async (): Promise<void> => this.key.set(await this.store.setUpSecondFactor(password().value()));
    if (!(await this.sending.send(event, this.passwordForm, work, { password }))) return;
    // What had the focus is gone.
    afterNextRender(() => this.codeForm.code().focusBoundControl(), { injector: this.injector });
  }

  protected async finish(event: Event): Promise<void> {
    const { code } = this.codeForm;
    const work = async (): Promise<void> => this.codes.set(await this.store.enableSecondFactor(code().value()));
    await this.sending.send(event, this.codeForm, work, { code });
  }

  protected close(): void {
    if (this.codes() !== null) this.toaster.say(this.transloco.translate('secondFactor.isOn'));
    this.closed.emit();
  }

  /** The key as people read it out: in groups of four. */
  protected grouped(secret: string): string {
    return (secret.match(/.{1,4}/g) ?? []).join(' ');
  }
}
