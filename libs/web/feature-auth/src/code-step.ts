import { afterNextRender, Component, inject, Injector, input, output, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { REFUSED, Sending, SessionStore, wrongWith } from '@parley/web-data-access';
import { Button, Field, Input, ProblemNotice } from '@parley/web-ui';

/** The second half of a login: the code of an app, or one of the recovery codes. */
@Component({
  selector: 'parley-code-step',
  imports: [Button, Field, FormField, Input, ProblemNotice, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <p>{{ byRecovery() ? t('auth.code.recoveryLead') : t('auth.code.lead') }}</p>
      <form novalidate (submit)="send($event)">
        <parley-problem [problem]="sending.problem()" />
        @let wrong = wrongWith(form.code);
        <parley-field
          [label]="byRecovery() ? t('auth.code.recovery') : t('secondFactor.code')"
          [error]="wrong === refused ? t('secondFactor.codeWrong') : wrong && t('secondFactor.codeMissing')"
        >
          <input
            parleyInput
            type="text"
            autocomplete="one-time-code"
            autocapitalize="off"
            spellcheck="false"
            [attr.inputmode]="byRecovery() ? 'text' : 'numeric'"
            [formField]="form.code"
          />
        </parley-field>
        <button parleyButton look="primary" type="submit" [busy]="sending.busy()">{{ t('auth.login.submit') }}</button>
      </form>
      <div class="others">
        <button parleyButton type="button" (click)="turn()">
          {{ byRecovery() ? t('auth.code.byApp') : t('auth.code.byRecovery') }}
        </button>
        <button parleyButton type="button" (click)="over.emit(false)">{{ t('auth.code.back') }}</button>
      </div>
    </ng-container>
  `,
  styleUrl: './auth-form.css',
  styles: `
    :host {
      display: grid;
      gap: var(--space-5);
    }
    .others {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-3);
    }
  `,
})
export class CodeStep {
  /** What the login was answered. */
  readonly challenge = input.required<string>();
  readonly signedIn = output<void>();
  /** The login has to begin anew: `true` where it took too long, `false` where somebody wants to. */
  readonly over = output<boolean>();

  private readonly session = inject(SessionStore);
  private readonly injector = inject(Injector);
  protected readonly form = form(signal({ code: '' }), (fields) => required(fields.code));
  protected readonly sending = new Sending();
  protected readonly byRecovery = signal(false);
  protected readonly refused = REFUSED;
  protected readonly wrongWith = wrongWith;

  /** Asks for the other kind of code: what was typed, and what was wrong with it, was of the one before. */
  protected turn(): void {
    this.byRecovery.update((before) => !before);
    this.form().reset({ code: '' });
    this.sending.forget();
    afterNextRender(() => this.form.code().focusBoundControl(), { injector: this.injector });
  }

  protected async send(event: Event): Promise<void> {
    const { code } = this.form;
    const work = (): Promise<void> => this.session.loginByCode({ challenge: this.challenge(), code: code().value() });
    if (await this.sending.send(event, this.form, work, { code })) this.signedIn.emit();
    else if (this.sending.problem()?.code === 'unauthenticated') this.over.emit(true);
  }
}
