import { Component, input } from '@angular/core';
import type { UserSummary } from '@parley/contracts';
import { Avatar } from '@parley/web-ui';

/** Who somebody is: picture, name, a line; and what can be done. */
@Component({
  selector: 'parley-person-head',
  imports: [Avatar],
  template: `
    <parley-avatar [seed]="person().id" [name]="person().displayName" [url]="person().avatarUrl" [size]="88" />
    <div>
      <h1>
        <bdi>{{ person().displayName }}</bdi>
      </h1>
      @if (person().headline; as headline) {
        <p dir="auto">{{ headline }}</p>
      }
    </div>
    <div class="actions"><ng-content /></div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
      justify-items: start;
    }
    h1 {
      font-size: var(--text-2xl);
    }
    p {
      margin-block-start: var(--space-1);
      color: var(--ink-soft);
      font-size: var(--text-lg);
      line-height: 1.4;
      text-wrap: pretty;
    }
    .actions {
      display: flex;
      align-items: center;
      gap: var(--space-2);
    }
    .actions:empty {
      display: none;
    }
  `,
})
export class PersonHead {
  readonly person = input.required<UserSummary>();
}
