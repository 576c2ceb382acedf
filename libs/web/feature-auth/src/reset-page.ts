import { Component, effect, inject, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { limits, PasswordSchema } from '@parley/contracts';
import { fieldProblem, MailLinks, REFUSED, Sending, wrongWith } from '@parley/web-data-access';
import { Button, Field, Notice, PasswordInput, ProblemNotice } from '@parley/web-ui';
import { AuthFrame } from './auth-frame';
import { MailToken } from './mail-token';

/** Another password, for whoever comes by the link of a mail. */
@Component({
  selector: 'parley-reset-page',
  imports: [AuthFrame, Button, Field, FormField, Notice, PasswordInput, ProblemNotice, RouterLink, TranslocoDirective],
  templateUrl: './reset-page.html',
  styleUrl: './auth-form.css',
})
export class ResetPage {
  private readonly links = inject(MailLinks);
  private readonly token = inject(MailToken);
  private readonly model = signal({ password: '' });
  protected readonly form = form(this.model, (fields) => validateStandardSchema(fields.password, PasswordSchema));
  protected readonly sending = new Sending();
  /** `stale` where the token is not good any more. */
  protected readonly step = signal<'asking' | 'done' | 'stale'>('asking');
  protected readonly titles = {
    asking: 'auth.reset.title',
    done: 'auth.reset.doneTitle',
    stale: 'auth.reset.staleTitle',
  };
  protected readonly limits = limits;
  protected readonly refused = REFUSED;
  protected readonly wrongWith = wrongWith;

  constructor() {
    // Another link may be opened in this very page.
    effect(() => {
      if (this.token.held() !== null) this.step.set('asking');
    });
  }

  protected async send(event: Event): Promise<void> {
    const { form, sending } = this;
    const work = (): Promise<void> =>
      this.links.resetPassword({ token: this.token.held() ?? '', password: this.model().password });
    if (await sending.send(event, form, work, { password: form.password })) this.end('done');
    else if (fieldProblem(sending.problem(), 'token') !== null) this.end('stale');
  }

  private end(step: 'done' | 'stale'): void {
    this.token.drop();
    this.form().reset({ password: '' });
    this.step.set(step);
  }
}
