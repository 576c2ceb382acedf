import { Component, input } from '@angular/core';

/** The head of a list: what it is, and what can be done with it. */
@Component({
  selector: 'parley-pane-header',
  template: `
    <h1>{{ title() }}</h1>
    <ng-content />
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: var(--space-1);
      min-block-size: 4.5rem;
      padding: var(--space-3) var(--space-3) var(--space-2) var(--space-5);
    }
    h1 {
      flex: 1;
      min-inline-size: 0;
      font-size: 1.5rem;
      overflow-wrap: anywhere;
    }
  `,
})
export class PaneHeader {
  readonly title = input.required<string>();
}
