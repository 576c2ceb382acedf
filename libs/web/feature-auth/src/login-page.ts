import { Component, inject, input, signal } from '@angular/core';
import { FormField, form, required, submit } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { ParleyError } from '@parley/contracts';
import { asProblem, returnTo as returnQuery, safeReturn, SessionStore } from '@parley/web-data-access';
import { Button, Field, Input, PasswordInput, ProblemNotice } from '@parley/web-ui';
import { AuthFrame } from './auth-frame';
import { CodeStep } from './code-step';
import { IssuerButton } from './issuer-button';

/** Signing in: by address and password, and by a code besides where the account asks for one; or by an issuer. */
@Component({
  selector: 'parley-login-page',
  imports: [
    AuthFrame,
    Button,
    CodeStep,
    Field,
    FormField,
    Input,
    IssuerButton,
    PasswordInput,
    ProblemNotice,
    RouterLink,
    TranslocoDirective,
  ],
  template: `
    <parley-auth-frame
      *transloco="let t"
      [promises]="challenge() === null"
      [title]="challenge() === null ? t('auth.login.title') : t('auth.code.title')"
    >
      @if (challenge(); as challenge) {
        <parley-code-step [challenge]="challenge" (signedIn)="leave()" (over)="beginAnew($event)" />
      } @else {
        <form novalidate (submit)="send($event)">
          <parley-problem
            [problem]="problem()"
            [instead]="{ unauthenticated: t(tookTooLong() ? 'auth.code.tooLong' : 'auth.login.wrong') }"
          />
          <parley-field [label]="t('auth.email')" [error]="shows(form.email) ? t('auth.emailMissing') : null">
            <input parleyInput type="email" autocomplete="username" inputmode="email" [formField]="form.email" />
          </parley-field>
          <parley-field [label]="t('auth.password')" [error]="shows(form.password) ? t('auth.passwordMissing') : null">
            <parley-password-input autocomplete="current-password" [formField]="form.password" />
          </parley-field>
          <p class="below">
            <a routerLink="/forgot-password">{{ t('auth.login.forgot') }}</a>
          </p>
          <button parleyButton look="primary" type="submit" [busy]="busy()">{{ t('auth.login.submit') }}</button>
        </form>
        <parley-issuer-button [returnTo]="returnTo()" />
        <p>
          {{ t('auth.login.new') }}
          <a routerLink="/register" [queryParams]="query()">{{ t('auth.login.register') }}</a>
        </p>
      }
    </parley-auth-frame>
  `,
  styleUrl: './auth-form.css',
})
export class LoginPage {
  /** Where to go once signed in; from the address. */
  readonly returnTo = input<string>();

  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly model = signal({ email: '', password: '' });
  protected readonly form = form(this.model, (fields) => {
    required(fields.email);
    required(fields.password);
  });
  protected readonly busy = signal(false);
  protected readonly problem = signal<ParleyError | null>(null);

  /** What the login goes on with, where the account asks for a code. */
  protected readonly challenge = signal<string | null>(null);
  protected readonly tookTooLong = signal(false);

  protected readonly query = (): { returnTo?: string } => returnQuery(safeReturn(this.returnTo()));

  protected shows(field: typeof this.form.email): boolean {
    return field().touched() && field().invalid();
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    await submit(this.form, {
      action: async () => {
        this.busy.set(true);
        this.problem.set(null);
        this.tookTooLong.set(false);
        try {
          await this.session.login(this.model());
          await this.leave();
        } catch (error) {
          this.refuse(asProblem(error));
        } finally {
          this.busy.set(false);
        }
      },
      onInvalid: (invalid) => invalid().errorSummary()[0]?.fieldTree().focusBoundControl(),
    });
  }

  protected async leave(): Promise<void> {
    await this.router.navigateByUrl(safeReturn(this.returnTo()));
  }

  /** Back to the password; `tookTooLong` where the code came too late or was wrong too often. */
  protected beginAnew(tookTooLong: boolean): void {
    this.challenge.set(null);
    this.tookTooLong.set(tookTooLong);
    this.problem.set(tookTooLong ? new ParleyError('unauthenticated', 'The login took too long.') : null);
  }

  private refuse(problem: ParleyError): void {
    if (problem.secondFactor === undefined) this.problem.set(problem);
    else this.challenge.set(problem.secondFactor.challenge);
  }
}
