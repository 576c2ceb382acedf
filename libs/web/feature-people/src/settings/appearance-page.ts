import { Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { PreferencesStore, type Preferences } from '@parley/web-data-access';
import { type Choice, Choices } from '@parley/web-ui';
import { SettingsSection } from './settings-section';

/** How Parley looks in this browser. What is chosen is seen at once, on the page itself. */
@Component({
  selector: 'parley-appearance-page',
  imports: [Choices, SettingsSection, TranslocoDirective],
  template: `
    <parley-settings-section *transloco="let t" [title]="t('appearance.title')" [lead]="t('appearance.lead')">
      <parley-choices
        [label]="t('appearance.theme')"
        [choices]="worded(t, themes)"
        [value]="preferences.theme()"
        (chosen)="preferences.set({ theme: $event })"
      />
      <parley-choices
        [label]="t('appearance.contrast')"
        [choices]="worded(t, contrasts)"
        [value]="preferences.contrast()"
        (chosen)="preferences.set({ contrast: $event })"
      />
      <parley-choices
        [label]="t('appearance.textSize')"
        [choices]="worded(t, sizes)"
        [value]="preferences.textSize()"
        (chosen)="preferences.set({ textSize: $event })"
      />
      <p class="sample">{{ t('appearance.sample') }}</p>
      <parley-choices
        [label]="t('appearance.density')"
        [choices]="worded(t, densities)"
        [value]="preferences.density()"
        (chosen)="preferences.set({ density: $event })"
      />
      <parley-choices
        [label]="t('appearance.motion')"
        [choices]="worded(t, motions)"
        [value]="preferences.motion()"
        (chosen)="preferences.set({ motion: $event })"
      />
    </parley-settings-section>
  `,
  styles: `
    /* As a message of one's own. */
    .sample {
      inline-size: fit-content;
      max-inline-size: min(var(--measure), 100%);
      padding: 0.375rem 0.875rem;
      border-radius: var(--radius-message);
      background: var(--own);
    }
    @media (min-width: 768px) {
      .sample {
        border-start-start-radius: 4px;
        border-end-start-radius: 4px;
        border-inline-start: 3px solid var(--primary);
      }
    }
  `,
})
export class AppearancePage {
  protected readonly preferences = inject(PreferencesStore);

  protected readonly themes: Worded<Preferences['theme']> = [
    ['system', 'appearance.asDevice'],
    ['light', 'appearance.light'],
    ['dark', 'appearance.dark'],
  ];
  protected readonly contrasts: Worded<Preferences['contrast']> = [
    ['system', 'appearance.asDevice'],
    ['more', 'appearance.more'],
  ];
  protected readonly sizes: Worded<Preferences['textSize']> = [
    ['small', 'appearance.small'],
    ['normal', 'appearance.normal'],
    ['large', 'appearance.large'],
    ['largest', 'appearance.largest'],
  ];
  protected readonly densities: Worded<Preferences['density']> = [
    ['roomy', 'appearance.roomy'],
    ['compact', 'appearance.compact'],
  ];
  protected readonly motions: Worded<Preferences['motion']> = [
    ['system', 'appearance.asDevice'],
    ['less', 'appearance.less'],
  ];

  protected worded<T extends string>(t: (key: string) => string, choices: Worded<T>): Choice<T>[] {
    return choices.map(([value, key]) => ({ value, label: t(key) }));
  }
}

/** Values, each with the key of its words. */
type Worded<T extends string> = readonly (readonly [value: T, key: string])[];
