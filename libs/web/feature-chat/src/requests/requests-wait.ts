import { Component, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { OverviewStore, RoomListView } from '@parley/web-data-access';
import { Button, EmptyState, Formats } from '@parley/web-ui';

/** What is said where first contacts wait and there is nothing else: the next step is to read them. */
@Component({
  selector: 'parley-requests-wait',
  imports: [Button, EmptyState, TranslocoDirective],
  template: `
    <parley-empty-state *transloco="let t" [title]="t('rooms.chooseRequestsTitle.' + count())">
      {{ t('rooms.chooseRequests.' + count()) }}
      <button parleyButton look="primary" type="button" action (click)="read()">
        {{ t('rooms.readRequests.' + count()) }}
      </button>
    </parley-empty-state>
  `,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class RequestsWait {
  private readonly overview = inject(OverviewStore);
  private readonly view = inject(RoomListView);
  private readonly router = inject(Router);
  private readonly formats = inject(Formats);
  /** How many they are, as the words tell it apart. */
  protected readonly count = computed(() => this.formats.plural(this.overview.requests().length));

  /** A single one is read where it was written; of several one chooses from the list. */
  protected async read(): Promise<void> {
    const [first, ...others] = this.overview.requests();
    if (first && others.length === 0) await this.router.navigate(['/rooms', first.id]);
    else this.view.part.set('requests');
  }
}
