import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Button, EmptyState } from '@parley/web-ui';

/** An address that leads nowhere. */
@Component({
  selector: 'parley-not-found',
  imports: [Button, EmptyState, RouterLink, TranslocoDirective],
  template: `
    <main *transloco="let t">
      <parley-empty-state [level]="1" [title]="t('notFound.title')">
        {{ t('notFound.text') }}
        <a parleyButton look="primary" routerLink="/rooms" action>{{ t('notFound.back') }}</a>
      </parley-empty-state>
    </main>
  `,
  styles: `
    main {
      display: grid;
      align-content: center;
      min-block-size: 100dvh;
    }
  `,
})
export class NotFound {}
