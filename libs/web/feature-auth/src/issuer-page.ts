import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { ErrorCode, OidcAnswer, ParleyError } from '@parley/contracts';
import { asProblem, type Errand, IssuerSignIn, returnTo, SessionStore } from '@parley/web-data-access';
import { Button, Notice, ProblemNotice, Toaster } from '@parley/web-ui';
import { AuthFrame } from './auth-frame';
import { CodeStep } from './code-step';
import { type Brought, IssuerAnswer } from './issuer-answer';

/** Why it came to nothing, where there are words of its own for it. */
type Reason = 'stopped' | 'stale' | 'taken' | 'unverified' | 'suspended' | 'connected';

const reasons: Partial<Record<ErrorCode, Reason>> = {
  unauthenticated: 'stale',
  conflict: 'taken',
  validation_failed: 'unverified',
  forbidden: 'suspended',
};

/** Where the issuer sends people back to: it finishes what they were sent there for, and leads on. */
@Component({
  selector: 'parley-issuer-page',
  imports: [AuthFrame, Button, CodeStep, Notice, ProblemNotice, RouterLink, TranslocoDirective],
  template: `
    <parley-auth-frame *transloco="let t" [title]="t(title())">
      @if (challenge(); as challenge) {
        <parley-code-step [challenge]="challenge" (signedIn)="leave()" (over)="beginAnew($event)" />
      } @else if (reason() !== null || problem() !== null) {
        <parley-problem [problem]="problem()" />
        @if (reason(); as reason) {
          <parley-notice [tone]="reason === 'stopped' ? 'info' : 'danger'">{{
            t('auth.oidc.' + reason)
          }}</parley-notice>
        }
        @if (session.user() === null) {
          <a parleyButton look="primary" routerLink="/login">{{ t('auth.oidc.toLogin') }}</a>
        } @else {
          <a parleyButton look="primary" routerLink="/settings/account">{{ t('auth.confirm.toAccount') }}</a>
        }
      } @else {
        <p role="status">{{ t('auth.oidc.busy') }}</p>
      }
    </parley-auth-frame>
  `,
  styleUrl: './auth-form.css',
})
export class IssuerPage {
  private readonly issuer = inject(IssuerSignIn);
  private readonly router = inject(Router);
  private readonly toaster = inject(Toaster);
  private readonly transloco = inject(TranslocoService);
  protected readonly session = inject(SessionStore);
  private readonly errand: Errand = this.issuer.takeErrand();

  protected readonly reason = signal<Reason | null>(null);
  /** What went wrong that is not about signing in there. */
  protected readonly problem = signal<ParleyError | null>(null);
  /** What the sign-in goes on with, where the account asks for a code. */
  protected readonly challenge = signal<string | null>(null);
  protected readonly title = computed(() => {
    if (this.challenge() !== null) return 'auth.code.title';
    // One's own doing is no error.
    if (this.reason() === 'stopped') return this.errand.link ? 'auth.oidc.notLinkedTitle' : 'auth.oidc.stoppedTitle';
    return this.reason() === null && this.problem() === null ? 'auth.oidc.title' : 'auth.oidc.notTitle';
  });

  constructor() {
    void this.finish(inject(IssuerAnswer).take());
  }

  protected async leave(): Promise<void> {
    await this.router.navigateByUrl(this.errand.returnTo, { replaceUrl: true });
  }

  /** Back to where it began; `tookTooLong` where the code came too late or was wrong too often. */
  protected async beginAnew(tookTooLong: boolean): Promise<void> {
    this.challenge.set(null);
    if (tookTooLong) this.reason.set('stale');
    else await this.router.navigateByUrl('/login', { replaceUrl: true });
  }

  private async finish(brought: Brought | null): Promise<void> {
    if (brought === null) return void (await this.router.navigateByUrl('/login', { replaceUrl: true }));
    if ('refusal' in brought) return this.reason.set(brought.refusal === 'access_denied' ? 'stopped' : 'stale');
    try {
      if (this.errand.link) await this.connect(brought.answer);
      // Whoever has signed in meanwhile, in another tab, goes on as who they are.
      else if (this.session.status() !== 'signedIn' && (await this.session.loginByIssuer(brought.answer))) {
        return await this.welcome();
      }
      await this.leave();
    } catch (error) {
      this.refuse(asProblem(error));
    }
  }

  /** A newcomer says first what they teach and want to learn, as after opening an account by a password. */
  private async welcome(): Promise<void> {
    const queryParams = returnTo(this.errand.returnTo);
    await this.router.navigate(['/welcome'], { queryParams, replaceUrl: true });
  }

  private async connect(answer: OidcAnswer): Promise<void> {
    await this.issuer.finishLink(answer);
    this.toaster.say(this.transloco.translate('identity.isOn'));
  }

  private refuse(problem: ParleyError): void {
    const { code, secondFactor } = problem;
    if (secondFactor !== undefined) return this.challenge.set(secondFactor.challenge);
    const reason = code === 'conflict' && this.errand.link ? 'connected' : reasons[code];
    if (reason === undefined) this.problem.set(problem);
    else this.reason.set(reason);
  }
}
