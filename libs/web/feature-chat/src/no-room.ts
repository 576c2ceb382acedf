import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { MessageSearchStore, OverviewStore, RoomListView } from '@parley/web-data-access';
import { Button, EmptyState, Mark } from '@parley/web-ui';
import { RequestsWait } from './requests/requests-wait';

/** The place of the room while none is chosen: what to do next, as soon as it is known what there is to choose from; no word where the list beside it speaks. */
@Component({
  selector: 'parley-no-room',
  imports: [Button, EmptyState, Mark, RequestsWait, RouterLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @switch (next()) {
        @case ('quiet') {
          <parley-mark [size]="72" />
        }
        @case ('chooseRequests') {
          <parley-requests-wait />
        }
        @case ('away') {
          <parley-empty-state [title]="t('rooms.awayTitle')">
            {{ t('rooms.away') }}
          </parley-empty-state>
        }
        @default {
          <parley-empty-state [title]="t('rooms.' + next() + 'Title')">
            {{ t('rooms.' + next()) }}
            @if (next() === 'chooseArchived') {
              <button parleyButton look="primary" type="button" action (click)="view.part.set('archived')">
                {{ t('rooms.showArchived') }}
              </button>
            }
            <a parleyButton [look]="next() === 'chooseNone' ? 'primary' : 'quiet'" routerLink="/people" action>{{
              t('rooms.findPeople')
            }}</a>
          </parley-empty-state>
        }
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: grid;
      align-content: center;
    }
    :host > parley-mark {
      justify-self: center;
      opacity: 0.4;
    }
  `,
})
export class NoRoom {
  protected readonly overview = inject(OverviewStore);
  private readonly search = inject(MessageSearchStore);
  protected readonly view = inject(RoomListView);
  /** The key of its words; 'quiet' where there is none to say, as while nothing is known. */
  protected readonly next = computed(() => {
    const { overview, view } = this;
    if (!overview.overview().loaded) return overview.overview().error ? 'away' : 'quiet';
    if (this.search.isOpen() || view.part() !== 'conversations' || view.unreadOnly()) return 'quiet';
    if (overview.conversations().length > 0) return 'choose';
    if (overview.requests().length > 0) return 'chooseRequests';
    // The list beside it asks for the archive where it has nothing to show.
    if (overview.archived() === null) return 'quiet';
    return overview.hasArchived() ? 'chooseArchived' : 'chooseNone';
  });
}
