import { Component, input } from '@angular/core';
import { arcPath } from './arcs';

/** Parley's mark: two arcs that reach into each other. */
@Component({
  selector: 'parley-mark',
  template: `
    <svg [attr.width]="size()" [attr.height]="size() * 0.66" viewBox="1.5 6 29 20" fill="none" aria-hidden="true">
      <path class="teach" [attr.d]="teach" />
      <path class="learn" [attr.d]="learn" />
    </svg>
  `,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
    }
    path {
      stroke-width: 3;
      stroke-linecap: round;
    }
    .teach {
      stroke: var(--teach);
    }
    .learn {
      stroke: var(--learn);
    }
  `,
})
export class Mark {
  /** Width in pixels. */
  readonly size = input(40);
  protected readonly teach = arcPath('teach');
  protected readonly learn = arcPath('learn');
}
