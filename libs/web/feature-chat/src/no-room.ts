import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { OverviewStore } from '@parley/web-data-access';
import { Button, EmptyState } from '@parley/web-ui';

/** The place of the room while none is chosen: what to do next, as soon as it is known what there is to choose from. */
@Component({
  selector: 'parley-no-room',
  imports: [Button, EmptyState, RouterLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (next(); as next) {
        <parley-empty-state [title]="t('rooms.' + next + 'Title')">
          {{ t('rooms.' + next) }}
          <a parleyButton [look]="next === 'chooseNone' ? 'primary' : 'quiet'" routerLink="/people" action>{{
            t('rooms.findPeople')
          }}</a>
        </parley-empty-state>
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: grid;
      align-content: center;
    }
  `,
})
export class NoRoom {
  private readonly overview = inject(OverviewStore);
  /** The key of its words; null while nothing is known. Requests are not among what one chooses from. */
  protected readonly next = computed(() => {
    if (!this.overview.overview().loaded) return null;
    const requests = this.overview.items().map(({ request }) => request === 'incoming');
    if (requests.includes(false)) return 'choose';
    if (requests.length > 0) return 'chooseRequests';
    // The list beside it asks for the archive where it has nothing to show.
    if (this.overview.archived() === null) return null;
    return this.overview.hasArchived() ? 'chooseArchived' : 'chooseNone';
  });
}
