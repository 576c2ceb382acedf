import { Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { PreferencesStore } from '@parley/web-data-access';
import { type Choice, Choices, languageFor, offeredLanguages } from '@parley/web-ui';
import { SettingsSection } from './settings-section';

/** What stands for the browser's own language among the tags. */
const AS_BROWSER = 'browser';

/** What Parley speaks in this browser. Each language is called as its speakers call it, for whoever has strayed into a foreign one. */
@Component({
  selector: 'parley-language-page',
  imports: [Choices, SettingsSection, TranslocoDirective],
  template: `
    <parley-settings-section *transloco="let t" [title]="t('language.title')" [lead]="t('language.lead')">
      <parley-choices
        [label]="t('language.title')"
        [choices]="choices(t('language.asBrowser', { name: ofBrowser }))"
        [value]="preferences.language() ?? asBrowser"
        (chosen)="preferences.set({ language: $event === asBrowser ? null : $event })"
      />
    </parley-settings-section>
  `,
})
export class LanguagePage {
  protected readonly preferences = inject(PreferencesStore);
  protected readonly asBrowser = AS_BROWSER;
  protected readonly ofBrowser = nameOf(languageFor(null, navigator.languages));

  protected choices(asBrowser: string): Choice<string>[] {
    const named = offeredLanguages.map(({ tag, name }) => ({ value: tag, label: name, lang: tag }));
    return [{ value: AS_BROWSER, label: asBrowser }, ...named];
  }
}

function nameOf(language: string): string {
  return offeredLanguages.find(({ tag }) => tag === language)?.name ?? language;
}
