import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { OverviewStore } from '@parley/web-data-access';
import { Button, EmptyState } from '@parley/web-ui';

/** The place of the room while none is chosen. Where there is none to choose, the list beside it says what to do. */
@Component({
  selector: 'parley-no-room',
  imports: [Button, EmptyState, RouterLink, TranslocoDirective],
  template: `
    <parley-empty-state *transloco="let t" [title]="t('rooms.chooseTitle')">
      @if (hasNone()) {
        {{ t('rooms.chooseNone') }}
      } @else {
        {{ t('rooms.choose') }}
      }
      @if (!hasNone()) {
        <a parleyButton routerLink="/people" action>{{ t('rooms.findPeople') }}</a>
      }
    </parley-empty-state>
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
  protected readonly hasNone = computed(() => this.overview.overview().loaded && this.overview.items().length === 0);
}
