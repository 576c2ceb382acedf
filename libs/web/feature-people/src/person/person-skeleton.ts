import { Component } from '@angular/core';
import { Skeleton } from '@parley/web-ui';

/** The shape of a person who is being fetched. */
@Component({
  selector: 'parley-person-skeleton',
  imports: [Skeleton],
  template: `
    <parley-skeleton [round]="true" width="5.5rem" height="5.5rem" />
    <parley-skeleton width="12rem" height="2rem" />
    <parley-skeleton width="18rem" />
    <parley-skeleton height="5.5rem" />
    <parley-skeleton width="80%" />
    <parley-skeleton width="60%" />
  `,
  host: { 'aria-busy': 'true' },
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
    }
  `,
})
export class PersonSkeleton {}
