import { Component, input } from '@angular/core';

/** A shape where something will be. The place that holds it says `aria-busy`; the shape itself says nothing. */
@Component({
  selector: 'parley-skeleton',
  template: '',
  host: {
    'aria-hidden': 'true',
    '[style.inline-size]': 'width()',
    '[style.block-size]': 'height()',
    '[class.round]': 'round()',
  },
  styles: `
    :host {
      display: block;
      flex: none;
      max-inline-size: 100%;
      border-radius: var(--radius-small);
      background: var(--blank);
      animation: breathe 1.6s ease-in-out infinite alternate;
    }
    :host(.round) {
      border-radius: 999px;
    }
    @keyframes breathe {
      to {
        opacity: 0.45;
      }
    }
  `,
})
export class Skeleton {
  readonly width = input('100%');
  readonly height = input('1rem');
  readonly round = input(false);
}
