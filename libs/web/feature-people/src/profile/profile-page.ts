import { Component, inject, viewChild } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SkillEditor } from '../skills/skill-editor';
import { SettingsSection } from '../settings/settings-section';
import { AboutForm } from './about-form';

/** One's own profile to edit: what one teaches and learns, and who one is. */
@Component({
  selector: 'parley-profile-page',
  imports: [AboutForm, SettingsSection, SkillEditor, TranslocoDirective],
  template: `
    <parley-settings-section *transloco="let t" [title]="t('profile.title')" [lead]="t('profile.lead')">
      <parley-skill-editor id="skills" />
      <parley-about-form />
    </parley-settings-section>
  `,
})
export class ProfilePage {
  private readonly about = viewChild(AboutForm);
  private readonly transloco = inject(TranslocoService);

  /** Asks before words are lost that were typed and not saved. Skills save themselves. */
  mayLeave(): boolean {
    return !this.about()?.isDirty() || confirm(this.transloco.translate('profile.leave'));
  }
}
