import { Component, DOCUMENT, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { PreferencesStore } from '@parley/web-data-access';
import { Notice, Switch } from '@parley/web-ui';
import { SettingsSection } from './settings-section';

/** How one hears of something new in this browser. The system is asked for leave only when somebody wants it. */
@Component({
  selector: 'parley-notifications-page',
  imports: [Notice, SettingsSection, Switch, TranslocoDirective],
  template: `
    <parley-settings-section *transloco="let t" [title]="t('notify.title')" [lead]="t('notify.lead')">
      @if (isDenied()) {
        <parley-notice>{{ t('notify.denied') }}</parley-notice>
      }
      <div>
        <parley-switch
          [label]="t('notify.inPage')"
          [hint]="t('notify.inPageHint')"
          [checked]="preferences.tellsInPage()"
          (changed)="preferences.set({ tellsInPage: $event })"
        />
        @if (canTellOutside) {
          <parley-switch
            [label]="t('notify.outside')"
            [hint]="t('notify.outsideHint')"
            [checked]="preferences.tellsOutside()"
            (changed)="tellOutside($event)"
          />
        }
        <parley-switch
          [label]="t('notify.text')"
          [hint]="t('notify.textHint')"
          [checked]="preferences.tellsText()"
          (changed)="preferences.set({ tellsText: $event })"
        />
      </div>
    </parley-settings-section>
  `,
  styles: `
    parley-switch {
      display: block;
      border-block-end: 1px solid var(--line);
    }
  `,
})
export class NotificationsPage {
  protected readonly preferences = inject(PreferencesStore);
  private readonly notifications = inject(DOCUMENT).defaultView?.Notification;
  protected readonly canTellOutside = this.notifications !== undefined;
  protected readonly isDenied = signal(false);

  protected async tellOutside(on: boolean): Promise<void> {
    this.preferences.set({ tellsOutside: on });
    if (!on || !this.notifications) return this.isDenied.set(false);
    const leave = await this.notifications.requestPermission();
    this.isDenied.set(leave !== 'granted');
    if (leave !== 'granted') this.preferences.set({ tellsOutside: false });
  }
}
