import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { returnTo as returnQuery, safeReturn } from '@parley/web-data-access';
import { Button } from '@parley/web-ui';
import { AuthFrame } from './auth-frame';

/** A session that ended by itself: on another device, by a new password, or after long rest. */
@Component({
  selector: 'parley-ended-page',
  imports: [AuthFrame, Button, RouterLink, TranslocoDirective],
  template: `
    <parley-auth-frame *transloco="let t" [title]="t('auth.ended.title')">
      <p>{{ t('auth.ended.what') }}</p>
      <p>{{ t('auth.ended.kept') }}</p>
      <a parleyButton look="primary" routerLink="/login" [queryParams]="query()">{{ t('auth.ended.login') }}</a>
    </parley-auth-frame>
  `,
  styleUrl: './auth-form.css',
})
export class EndedPage {
  readonly returnTo = input<string>();
  protected readonly query = (): { returnTo?: string } => returnQuery(safeReturn(this.returnTo()));
}
