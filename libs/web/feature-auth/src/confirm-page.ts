import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ParleyError } from '@parley/contracts';
import { asProblem, MailLinks, returnTo, SessionStore } from '@parley/web-data-access';
import { Button, Notice, ProblemNotice } from '@parley/web-ui';
import { AuthFrame } from './auth-frame';
import { MailToken } from './mail-token';

/** Where in the app another mail is to be had. */
const ACCOUNT = '/settings/account';

/** Proves an address, for whoever comes by the link of a mail: with no more to do than to open it. */
@Component({
  selector: 'parley-confirm-page',
  imports: [AuthFrame, Button, Notice, ProblemNotice, RouterLink, TranslocoDirective],
  templateUrl: './confirm-page.html',
  styleUrl: './auth-form.css',
})
export class ConfirmPage {
  private readonly links = inject(MailLinks);
  private readonly token = inject(MailToken);
  protected readonly session = inject(SessionStore);

  /** `stale` where the token is not good any more or there is none, `taken` where the address has another account by now. */
  protected readonly step = signal<'busy' | 'done' | 'stale' | 'taken'>(this.token.held() === null ? 'stale' : 'busy');
  /** Why it is not known yet; trying again may help. */
  protected readonly problem = signal<ParleyError | null>(null);
  protected readonly titles = {
    busy: 'auth.confirm.title',
    done: 'auth.confirm.doneTitle',
    stale: 'auth.confirm.staleTitle',
    taken: 'auth.confirm.takenTitle',
  };
  /** To the account, by way of signing in where nobody is. */
  protected readonly account = ACCOUNT;
  protected readonly loginQuery = computed(() => (this.step() === 'done' ? {} : returnTo(ACCOUNT)));

  constructor() {
    // Another link may be opened in this very page.
    effect(() => {
      if (this.token.held() !== null) untracked(() => void this.confirm());
    });
  }

  protected async confirm(): Promise<void> {
    const token = this.token.held();
    if (token === null) return;
    this.step.set('busy');
    this.problem.set(null);
    try {
      await this.links.confirmEmail(token);
      this.end('done');
    } catch (error) {
      const problem = asProblem(error);
      if (problem.code === 'validation_failed') this.end('stale');
      else if (problem.code === 'conflict') this.end('taken');
      else this.problem.set(problem);
    }
  }

  private end(step: 'done' | 'stale' | 'taken'): void {
    this.token.drop();
    this.step.set(step);
  }
}
