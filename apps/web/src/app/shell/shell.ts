import {
  Component,
  computed,
  DOCUMENT,
  effect,
  type ElementRef,
  inject,
  outputBinding,
  untracked,
  viewChild,
  ViewContainerRef,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { ConnectionStore, OverviewStore, OwnActivity, SessionStore } from '@parley/web-data-access';
import {
  Avatar,
  Icon,
  IconButton,
  keyboardIcon,
  Mark,
  Notice,
  peopleIcon,
  roomsIcon,
  searchIcon,
} from '@parley/web-ui';
import { filter, map } from 'rxjs';
import { NewsCards } from '../news/news-cards';
import { NewsDesk } from '../news/news-desk';
import { Shortcuts } from './shortcuts';
import { ShortcutsHelp } from './shortcuts-help';

/** What surrounds a member's views: the rail (on a phone a bar below), and what there is to say of the connection. */
@Component({
  selector: 'parley-shell',
  imports: [
    Avatar,
    Icon,
    IconButton,
    Mark,
    NewsCards,
    Notice,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    ShortcutsHelp,
    TranslocoDirective,
  ],
  providers: [NewsDesk, Shortcuts],
  templateUrl: './shell.html',
  styleUrl: './shell.css',
})
export class Shell {
  protected readonly session = inject(SessionStore);
  protected readonly connection = inject(ConnectionStore);
  protected readonly overview = inject(OverviewStore);
  protected readonly shortcuts = inject(Shortcuts);
  protected readonly searchIcon = searchIcon;
  protected readonly keyboardIcon = keyboardIcon;
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

  private readonly over = viewChild.required('over', { read: ViewContainerRef });

  constructor() {
    inject(OwnActivity);
    effect(() => {
      const isOpen = this.shortcuts.shown() === 'switcher';
      untracked(() => (isOpen ? void this.openSwitcher() : this.over().clear()));
    });
    const document = inject(DOCUMENT);
    effect(() => {
      this.url();
      // What had the focus went with the page before: the new one gets it, for whoever reads by ear or goes by keyboard.
      setTimeout(() => {
        if (document.activeElement === document.body) this.main()?.nativeElement.focus({ preventScroll: true });
      });
    });
  }

  /** The switcher belongs to the conversations, which are loaded when they are first needed. */
  private async openSwitcher(): Promise<void> {
    const { Switcher } = await import('@parley/web-feature-chat');
    if (this.shortcuts.shown() !== 'switcher') return;
    const close = outputBinding('closed', () => this.shortcuts.shown.set('nothing'));
    this.over().createComponent(Switcher, { bindings: [close] });
  }

  /** On a phone a room has the screen for itself. */
  protected readonly isInRoom = computed(() => /^\/rooms\/[^/?]+/.test(this.url()));
}
