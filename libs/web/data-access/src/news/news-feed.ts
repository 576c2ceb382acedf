import { DestroyRef, inject, Injectable } from '@angular/core';
import type { OverviewItem } from '@parley/contracts';
import { Subject } from 'rxjs';
import { PARLEY_CLIENT } from '../client/parley-client';
import { knownOf, newsIn, type Known } from './news-in';

/** Tells of rooms in which somebody else has just written. What there was when the overview came is known already. */
@Injectable({ providedIn: 'root' })
export class NewsFeed {
  private readonly heard = new Subject<OverviewItem>();
  readonly news = this.heard.asObservable();

  constructor() {
    const client = inject(PARLEY_CLIENT);
    let before: Known | null = null;
    const end = client.rooms.overview.subscribe(({ items, loaded }) => {
      const session = client.session.state.get();
      if (!loaded || session.status !== 'signedIn') {
        before = null;
        return;
      }
      const news = before ? newsIn(before, items, session.user.id) : [];
      before = knownOf(items);
      for (const item of news) this.heard.next(item);
    });
    inject(DestroyRef).onDestroy(end);
  }
}
