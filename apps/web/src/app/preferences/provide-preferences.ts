import { DOCUMENT, effect, type EnvironmentProviders, inject, provideAppInitializer, untracked } from '@angular/core';
import { PreferencesStore } from '@parley/web-data-access';
import { dress, languageFor, Tongue } from '@parley/web-ui';

/** The page looks and speaks as its reader set it, from the first view on and after every change. */
export function providePreferences(): EnvironmentProviders {
  return provideAppInitializer(() => {
    const [preferences, tongue, document] = [inject(PreferencesStore), inject(Tongue), inject(DOCUMENT)];
    const language = (): string => languageFor(preferences.language(), navigator.languages);
    effect((onCleanup) => {
      const [theme, contrast] = [preferences.theme(), preferences.contrast()];
      const [motion, textSize, density] = [preferences.motion(), preferences.textSize(), preferences.density()];
      onCleanup(dress(document, { theme, contrast, motion, textSize, density }));
    });
    const first = language();
    effect(() => {
      const wanted = language();
      if (wanted !== document.documentElement.lang || wanted !== first) untracked(() => void tongue.speak(wanted));
    });
    return tongue.speak(first);
  });
}
