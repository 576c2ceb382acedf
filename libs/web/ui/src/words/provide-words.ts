import { DOCUMENT, inject, Injectable, isDevMode, type EnvironmentProviders } from '@angular/core';
import {
  provideTransloco,
  provideTranslocoTranspiler,
  TranslocoService,
  type Translation,
  type TranslocoLoader,
} from '@jsverse/transloco';
import { firstValueFrom, from, type Observable } from 'rxjs';
import { DEFAULT_LANGUAGE, directionOf, languageTags, loadWords } from './languages';
import { Sentences } from './sentences';

@Injectable()
class WordsLoader implements TranslocoLoader {
  getTranslation(language: string): Observable<Translation> {
    return from(loadWords(language));
  }
}

/** Every word of the interface, by key, in the reader's language. */
export function provideWords(): EnvironmentProviders[] {
  const words = provideTransloco({
    config: {
      availableLangs: [...languageTags],
      defaultLang: DEFAULT_LANGUAGE,
      reRenderOnLangChange: true,
      prodMode: !isDevMode(),
    },
    loader: WordsLoader,
  });
  return [...words, provideTranslocoTranspiler(Sentences)];
}

/** Changes the language of the page, words and direction together, once the words are there: no key is ever seen. */
@Injectable({ providedIn: 'root' })
export class Tongue {
  private readonly transloco = inject(TranslocoService);
  private readonly root = inject(DOCUMENT).documentElement;
  private wanted = '';

  async speak(language: string): Promise<void> {
    this.wanted = language;
    await firstValueFrom(this.transloco.load(language));
    // Another choice may have been made meanwhile.
    if (this.wanted !== language) return;
    this.root.lang = language;
    this.root.dir = directionOf(language);
    this.transloco.setActiveLang(language);
  }
}
