import { Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { SessionStore } from '@parley/web-data-access';
import { Button, EmptyState } from '@parley/web-ui';

/** Shown where the server does not say who is signed in. Until that is known, index.html has its own to show. */
@Component({
  selector: 'parley-waiting',
  imports: [Button, EmptyState, TranslocoDirective],
  template: `
    <main *transloco="let t">
      <parley-empty-state [level]="1" [title]="t('away.title')">
        {{ t('away.text') }}
        <button
          parleyButton
          look="primary"
          type="button"
          action
          [busy]="session.isRetrying()"
          (click)="session.retry()"
        >
          {{ t('ui.tryAgain') }}
        </button>
      </parley-empty-state>
    </main>
  `,
  styles: `
    :host {
      position: fixed;
      inset: 0;
      display: grid;
      place-items: center;
      background: var(--paper);
    }
  `,
})
export class Waiting {
  protected readonly session = inject(SessionStore);
}
