import { Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { OverviewItem } from '@parley/contracts';
import { Notice } from '@parley/web-ui';
import { RequestChoices, type Answer } from './request-choices';

/** Says in a room that it is a first contact: to whom it is for, with what they can say to it; to who asked, that it will be one, and then that it waits. */
@Component({
  selector: 'parley-request-bar',
  imports: [Notice, RequestChoices, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (item().request === 'incoming') {
        <parley-notice>
          <strong>{{ t(item().archived ? 'requests.putAway' : 'requests.incoming', { name: name() }) }}</strong>
          {{ t('requests.incomingHint', { name: name() }) }}
          <parley-request-choices action [item]="item()" [done]="done" />
        </parley-notice>
      } @else if (item().request === 'outgoing') {
        <parley-notice>{{
          t(item().lastSeq > 0 ? 'requests.outgoing' : 'requests.first', { name: name() })
        }}</parley-notice>
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: block;
      inline-size: 100%;
      max-inline-size: var(--column);
      margin-inline: auto;
      padding: 0 clamp(0.75rem, 2.5vw, 1.5rem) var(--space-2);
    }
    strong {
      display: block;
      font-weight: 600;
    }
  `,
})
export class RequestBar {
  readonly item = input.required<OverviewItem>();
  readonly name = input.required<string>();

  private readonly router = inject(Router);

  protected readonly done = async (_: OverviewItem, answer: Answer): Promise<void> => {
    if (answer !== 'accepted') await this.router.navigate(['/rooms']);
  };
}
