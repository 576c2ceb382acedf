import { Component, inject, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { EmailSchema } from '@parley/contracts';
import { MailLinks, Sending, wrongWith } from '@parley/web-data-access';
import { Button, Field, Input, Notice, ProblemNotice } from '@parley/web-ui';
import { AuthFrame } from './auth-frame';

/** Asks for a mail that replaces a forgotten password. It says the same whether the address has an account or not. */
@Component({
  selector: 'parley-forgot-page',
  imports: [AuthFrame, Button, Field, FormField, Input, Notice, ProblemNotice, RouterLink, TranslocoDirective],
  template: `
    <parley-auth-frame
      *transloco="let t"
      [title]="sentTo() === null ? t('auth.forgot.title') : t('auth.forgot.sentTitle')"
    >
      @if (sentTo(); as email) {
        <parley-notice>{{ t('auth.forgot.sent', { email }) }}</parley-notice>
        <p>{{ t('auth.forgot.notCome') }}</p>
        <button parleyButton type="button" (click)="sentTo.set(null)">{{ t('auth.forgot.again') }}</button>
      } @else {
        <p>{{ t('auth.forgot.lead') }}</p>
        <form novalidate (submit)="send($event)">
          <parley-problem [problem]="sending.problem()" />
          <parley-field [label]="t('auth.email')" [error]="wrongWith(form.email) && t('auth.emailWrong')">
            <input parleyInput type="email" autocomplete="username" inputmode="email" [formField]="form.email" />
          </parley-field>
          <button parleyButton look="primary" type="submit" [busy]="sending.busy()">
            {{ t('auth.forgot.submit') }}
          </button>
        </form>
      }
      <p>
        <a routerLink="/login">{{ t('auth.forgot.login') }}</a>
      </p>
    </parley-auth-frame>
  `,
  styleUrl: './auth-form.css',
})
export class ForgotPage {
  private readonly links = inject(MailLinks);
  protected readonly form = form(signal({ email: '' }), (fields) => validateStandardSchema(fields.email, EmailSchema));
  protected readonly sending = new Sending();
  protected readonly sentTo = signal<string | null>(null);
  protected readonly wrongWith = wrongWith;

  protected async send(event: Event): Promise<void> {
    const { form } = this;
    const email = form.email().value().trim();
    const work = (): Promise<void> => this.links.requestReset(email);
    if (await this.sending.send(event, form, work, { email: form.email })) this.sentTo.set(email);
  }
}
