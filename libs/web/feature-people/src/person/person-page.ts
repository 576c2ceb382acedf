import { Location } from '@angular/common';
import { Component, effect, inject, input, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { ProfileStore } from '@parley/web-data-access';
import { backIcon, IconButton, PageTitle } from '@parley/web-ui';
import { PersonView } from './person-view';

/** Somebody's profile as a page of its own. */
@Component({
  selector: 'parley-person-page',
  imports: [IconButton, PersonView, TranslocoDirective],
  providers: [ProfileStore],
  template: `
    <div class="page" *transloco="let t">
      <button
        parleyIconButton
        type="button"
        class="back"
        [icon]="backIcon"
        [label]="t('ui.back')"
        (click)="back()"
      ></button>
      <parley-person-view />
    </div>
  `,
  styles: `
    :host {
      display: block;
      block-size: 100%;
      overflow: auto;
    }
    .page {
      display: grid;
      gap: var(--space-3);
      max-inline-size: 44rem;
      margin-inline: auto;
      padding: var(--space-4) clamp(1rem, 3vw, 2.5rem) var(--space-16);
    }
    .back {
      margin-inline-start: -0.625rem;
    }
    @media (max-width: 767.98px) {
      .page {
        padding-inline: var(--space-5);
      }
    }
  `,
})
export class PersonPage {
  readonly userId = input.required<string>();

  private readonly store = inject(ProfileStore);
  private readonly location = inject(Location);
  private readonly router = inject(Router);
  protected readonly backIcon = backIcon;

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const userId = this.userId();
      untracked(() => void this.store.load(userId));
    });
    effect(() => title.set((this.store.profile() ?? this.store.blocked())?.displayName ?? ''));
  }

  /** To where one came from, or to all people where one came from elsewhere by a link. */
  protected back(): void {
    const cameByLink = !this.router.lastSuccessfulNavigation()?.previousNavigation;
    if (cameByLink) void this.router.navigate(['/people']);
    else this.location.back();
  }
}
