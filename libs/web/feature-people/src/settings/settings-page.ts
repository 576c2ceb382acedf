import { Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { asProblem, SessionStore } from '@parley/web-data-access';
import {
  accountIcon,
  appearanceIcon,
  Avatar,
  blockIcon,
  computerIcon,
  editIcon,
  Icon,
  keysIcon,
  languagesIcon,
  PaneHeader,
  Panes,
  privacyIcon,
  problemWords,
  signOutIcon,
  Toaster,
  unmuteIcon,
} from '@parley/web-ui';
import { filter, map } from 'rxjs';

/** Oneself: a list of what can be set, beside what was chosen of it. */
@Component({
  selector: 'parley-settings-page',
  imports: [Avatar, Icon, PaneHeader, Panes, RouterLink, RouterLinkActive, RouterOutlet, TranslocoDirective],
  templateUrl: './settings-page.html',
  styleUrl: './settings-page.css',
})
export class SettingsPage {
  protected readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly toaster = inject(Toaster);
  private readonly transloco = inject(TranslocoService);

  protected readonly pages = [
    { path: 'profile', words: 'settings.profile', icon: editIcon },
    { path: 'account', words: 'settings.account', icon: accountIcon },
    { path: 'appearance', words: 'settings.appearance', icon: appearanceIcon },
    { path: 'language', words: 'settings.language', icon: languagesIcon },
    { path: 'notifications', words: 'settings.notifications', icon: unmuteIcon },
    { path: 'privacy', words: 'settings.privacy', icon: privacyIcon },
    { path: 'sessions', words: 'settings.devices', icon: computerIcon },
    { path: 'keys', words: 'settings.keys', icon: keysIcon },
    { path: 'blocked', words: 'settings.blocked', icon: blockIcon },
  ];
  protected readonly signOutIcon = signOutIcon;
  protected readonly busy = signal(false);
  /** What of it is open, by its address; empty where one is at the list. */
  protected readonly section = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => sectionOf(event.urlAfterRedirects)),
    ),
    { initialValue: sectionOf(this.router.url) },
  );
  /** Whether oneself as others see one stands beside the list: asked for, or as long as nothing else is. */
  protected readonly showsOneself = computed(() => ['', 'you'].includes(this.section()));

  protected async signOut(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await this.session.logout();
    } catch (error) {
      this.toaster.say(problemWords(this.transloco, asProblem(error)), 'danger');
    } finally {
      this.busy.set(false);
    }
  }
}

const sectionOf = (url: string): string => /^\/settings\/([^/?#]*)/.exec(url)?.[1] ?? '';
