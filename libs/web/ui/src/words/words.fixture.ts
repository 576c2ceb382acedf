import { provideTranslocoTranspiler, type TranslocoTestingOptions, TranslocoTestingModule } from '@jsverse/transloco';
import de from './de.json';
import en from './en.json';
import { Sentences } from './sentences';

const options: TranslocoTestingOptions = {
  langs: { en, de },
  translocoConfig: { availableLangs: ['en', 'de'], defaultLang: 'en' },
  preloadLangs: true,
};

const testing = TranslocoTestingModule.forRoot(options);

/** The real words, there at once. */
export const words = {
  ...testing,
  providers: [...(testing.providers ?? []), provideTranslocoTranspiler(Sentences)],
};
