import { Component, computed, DOCUMENT, effect, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Router, RouterOutlet } from '@angular/router';
import { anybody, OverviewStore, returnTo, ServerClock, SessionStore } from '@parley/web-data-access';
import { Clock, isolated, PageTitle, Toasts } from '@parley/web-ui';
import { endFirstPaint } from './first-paint/end-first-paint';
import { Waiting } from './waiting/waiting';

/** The frame around every view. */
@Component({
  selector: 'parley-root',
  imports: [RouterOutlet, Toasts, Waiting],
  template: `
    @if (session.status() === 'unknown' && session.problem()) {
      <parley-waiting />
    }
    <router-outlet />
    <parley-toasts />
  `,
})
export class App {
  protected readonly session = inject(SessionStore);
  private readonly router = inject(Router);

  constructor() {
    endFirstPaint();
    this.nameTheTab();
    this.followTheSession();
    this.keepTime();
    this.markTheTab();
  }

  /** "(3) Inês · Parley": unread rooms first, so that they show in the narrowest tab. */
  private nameTheTab(): void {
    const [title, page, overview] = [inject(Title), inject(PageTitle), inject(OverviewStore)];
    effect(() => {
      const [unread, name] = [overview.unreadRooms(), isolated(page.name(), 'ltr')];
      title.setTitle(`${unread > 0 ? `(${unread}) ` : ''}${name ? `${name} · ` : ''}Parley`);
    });
  }

  /** A dot on the icon while something is unread: in a narrow tab there is room for nothing else. */
  private markTheTab(): void {
    const [document, overview] = [inject(DOCUMENT), inject(OverviewStore)];
    const hasNew = computed(() => overview.unreadRooms() > 0);
    effect(() => {
      const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]');
      if (icon) icon.href = hasNew() ? 'favicon-new.svg' : 'favicon.svg';
    });
  }

  /** Leaves what only members see as soon as the session is over, wherever that was said. A page that is there for anybody stays. */
  private followTheSession(): void {
    let before = this.session.status();
    effect(() => {
      const status = this.session.status();
      if (before === 'signedIn' && status === 'signedOut') void this.router.navigateByUrl('/login');
      if (before === 'signedIn' && status === 'ended' && !this.isForAnybody()) {
        void this.router.navigate(['/ended'], { queryParams: returnTo(this.router.url) });
      }
      before = status;
    });
  }

  private isForAnybody(): boolean {
    return this.router.routerState.snapshot.root.firstChild?.routeConfig?.canActivate?.includes(anybody) ?? false;
  }

  /** Goes by the server's clock: this machine's may be off by a day. */
  private keepTime(): void {
    const [clock, server] = [inject(Clock), inject(ServerClock)];
    effect(() => clock.correct(server.offsetMs()));
  }
}
