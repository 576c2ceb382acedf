import { Component, input } from '@angular/core';

/** One component, or one state of it, under its name. */
@Component({
  selector: 'parley-kit-sample',
  template: `
    <h3>{{ name() }}</h3>
    <div><ng-content /></div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-2);
      align-content: start;
      min-inline-size: 0;
    }
    h3 {
      color: var(--ink-soft);
      font: 550 var(--text-sm) / 1.4 var(--sans);
    }
    div {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-3);
      min-inline-size: 0;
    }
    div > :only-child {
      flex: 0 1 auto;
      max-inline-size: 100%;
    }
  `,
})
export class KitSample {
  readonly name = input.required<string>();
}
