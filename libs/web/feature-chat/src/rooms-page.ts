import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { Panes } from '@parley/web-ui';
import { filter, map } from 'rxjs';
import { Overview } from './overview/overview';

/** One's rooms beside the one that is open. */
@Component({
  selector: 'parley-rooms-page',
  imports: [Overview, Panes, RouterOutlet],
  template: `
    <parley-panes page [chosen]="isRoomOpen()">
      <parley-overview list [isRoomOpen]="isRoomOpen()" />
      <router-outlet />
    </parley-panes>
  `,
  styles: `
    :host {
      display: block;
      block-size: 100%;
    }
  `,
})
export class RoomsPage {
  private readonly router = inject(Router);
  private readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => event.urlAfterRedirects),
    ),
    { initialValue: this.router.url },
  );
  protected readonly isRoomOpen = computed(() => /^\/rooms\/[^/?#]/.test(this.url()));
}
