import { Component, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { ProfileStore } from '@parley/web-data-access';
import { closeIcon, IconButton } from '@parley/web-ui';
import { PersonView } from './person-view';

/** Somebody's profile beside the room in which one met them; on a narrow screen in its place. */
@Component({
  selector: 'parley-person-panel',
  imports: [IconButton, PersonView, RouterLink, TranslocoDirective],
  providers: [ProfileStore],
  template: `
    <aside *transloco="let t" [attr.aria-label]="t('person.profile')">
      <a parleyIconButton routerLink="../.." [icon]="closeIcon" [label]="t('person.closeProfile')"></a>
      <parley-person-view />
    </aside>
  `,
  styles: `
    :host {
      display: block;
      block-size: 100%;
      overflow: auto;
      background: var(--paper);
    }
    aside {
      display: grid;
      align-content: start;
      gap: var(--space-2);
      padding: var(--space-4) var(--space-5) var(--space-10);
    }
    a {
      justify-self: end;
      margin-inline-end: -0.625rem;
    }
  `,
})
export class PersonPanel {
  /** From the address. */
  readonly userId = input.required<string>();

  private readonly store = inject(ProfileStore);
  protected readonly closeIcon = closeIcon;

  constructor() {
    effect(() => {
      const userId = this.userId();
      untracked(() => void this.store.load(userId));
    });
  }
}
