import { Component, input } from '@angular/core';

/** The head of a list: the way back (`back`) where there is one, what it is, and what can be done with it. */
@Component({
  selector: 'parley-pane-header',
  template: `
    <span class="back"><ng-content select="[back]" /></span>
    <h1>{{ title() }}</h1>
    <ng-content />
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: var(--space-1);
      min-block-size: var(--head);
      padding-block: var(--space-3) var(--space-2);
      padding-inline: var(--space-5) var(--space-3);
    }
    /* Its arrow stands where the title would else begin. */
    .back {
      display: grid;
      margin-inline-start: -0.625rem;
    }
    .back:empty {
      display: none;
    }
    h1 {
      flex: 1;
      min-inline-size: 0;
      font-size: var(--text-head);
      overflow-wrap: anywhere;
    }
  `,
})
export class PaneHeader {
  readonly title = input.required<string>();
}
