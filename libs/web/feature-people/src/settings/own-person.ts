import { Component, effect, inject, untracked } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { ProfileStore, SessionStore } from '@parley/web-data-access';
import { PersonView } from '../person/person-view';
import { SettingsSection } from './settings-section';

/** Oneself as others see one. */
@Component({
  selector: 'parley-own-person',
  imports: [PersonView, SettingsSection, TranslocoDirective],
  providers: [ProfileStore],
  template: `
    <parley-settings-section *transloco="let t" [title]="t('settings.asOthersSee')">
      <parley-person-view />
    </parley-settings-section>
  `,
})
export class OwnPerson {
  constructor() {
    const [store, session] = [inject(ProfileStore), inject(SessionStore)];
    effect(() => {
      const userId = session.userId();
      untracked(() => void store.load(userId));
    });
  }
}
