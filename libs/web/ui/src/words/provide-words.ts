import { inject, Injectable, isDevMode, provideAppInitializer, type EnvironmentProviders } from '@angular/core';
import { provideTransloco, TranslocoService, type Translation, type TranslocoLoader } from '@jsverse/transloco';
import { firstValueFrom, from, type Observable } from 'rxjs';

/** The languages that Parley speaks, each with where its words are. */
const languages: Record<string, () => Promise<{ default: Translation }>> = {
  en: () => import('./en.json'),
};

const DEFAULT_LANGUAGE = 'en';

@Injectable()
class WordsLoader implements TranslocoLoader {
  getTranslation(language: string): Observable<Translation> {
    const load = languages[language] ?? languages[DEFAULT_LANGUAGE];
    if (!load) throw new Error(`There are no words for ${language}.`);
    return from(load().then((module) => module.default));
  }
}

/** Every word of the interface, by key, in the reader's language. The first view waits for them: no key is ever seen. */
export function provideWords(): EnvironmentProviders[] {
  return [
    ...provideTransloco({
      config: {
        availableLangs: Object.keys(languages),
        defaultLang: DEFAULT_LANGUAGE,
        fallbackLang: DEFAULT_LANGUAGE,
        reRenderOnLangChange: true,
        prodMode: !isDevMode(),
      },
      loader: WordsLoader,
    }),
    provideAppInitializer(() => firstValueFrom(inject(TranslocoService).load(DEFAULT_LANGUAGE))),
  ];
}
