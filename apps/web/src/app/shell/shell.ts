import { Component, computed, DOCUMENT, effect, type ElementRef, inject, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { ConnectionStore, OverviewStore, SessionStore } from '@parley/web-data-access';
import { Avatar, Icon, Mark, Notice, peopleIcon, roomsIcon } from '@parley/web-ui';
import { filter, map } from 'rxjs';

/** What surrounds a member's views: the rail (on a phone a bar below), and what there is to say of the connection. */
@Component({
  selector: 'parley-shell',
  imports: [Avatar, Icon, Mark, Notice, RouterLink, RouterLinkActive, RouterOutlet, TranslocoDirective],
  templateUrl: './shell.html',
  styleUrl: './shell.css',
})
export class Shell {
  protected readonly session = inject(SessionStore);
  protected readonly connection = inject(ConnectionStore);
  protected readonly overview = inject(OverviewStore);
  protected readonly roomsIcon = roomsIcon;
  protected readonly peopleIcon = peopleIcon;

  private readonly router = inject(Router);
  private readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => event.urlAfterRedirects),
    ),
    { initialValue: this.router.url },
  );
  private readonly main = viewChild<ElementRef<HTMLElement>>('main');

  constructor() {
    const document = inject(DOCUMENT);
    effect(() => {
      this.url();
      // What had the focus went with the page before: the new one gets it, for whoever reads by ear or goes by keyboard.
      setTimeout(() => {
        if (document.activeElement === document.body) this.main()?.nativeElement.focus({ preventScroll: true });
      });
    });
  }

  /** On a phone a room has the screen for itself. */
  protected readonly isInRoom = computed(() => /^\/rooms\/[^/?]+/.test(this.url()));
}
