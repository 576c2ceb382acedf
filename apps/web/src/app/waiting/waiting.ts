import { Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { SessionStore } from '@parley/web-data-access';
import { Button, EmptyState, Mark } from '@parley/web-ui';

/** Shown until it is known who is signed in: for a moment nothing, then the mark, and a page with words where the server is away. */
@Component({
  selector: 'parley-waiting',
  imports: [Button, EmptyState, Mark, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (session.problem()) {
        <main>
          <parley-empty-state [level]="1" [title]="t('away.title')">
            {{ t('away.text') }}
            <button parleyButton look="primary" type="button" action (click)="session.retry()">
              {{ t('ui.tryAgain') }}
            </button>
          </parley-empty-state>
        </main>
      } @else {
        <parley-mark class="late" [size]="72" />
      }
    </ng-container>
  `,
  styles: `
    :host {
      position: fixed;
      inset: 0;
      display: grid;
      place-items: center;
      background: var(--paper);
    }
    .late {
      animation: appear 300ms 400ms both;
    }
    @keyframes appear {
      from {
        opacity: 0;
      }
    }
  `,
})
export class Waiting {
  protected readonly session = inject(SessionStore);
}
