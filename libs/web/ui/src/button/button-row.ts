import { Component } from '@angular/core';

/** The ways out of a dialog or a form, beside each other at its end: the way back first, what does it last. */
@Component({
  selector: 'parley-button-row',
  template: `<ng-content />`,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      justify-content: flex-end;
      gap: var(--space-3);
      margin-block-start: var(--space-2);
    }
  `,
})
export class ButtonRow {}
