import { type TranslocoTestingOptions, TranslocoTestingModule } from '@jsverse/transloco';
import de from './de.json';
import en from './en.json';

const options: TranslocoTestingOptions = {
  langs: { en, de },
  translocoConfig: { availableLangs: ['en', 'de'], defaultLang: 'en' },
  preloadLangs: true,
};

/** The real words, there at once. */
export const words = TranslocoTestingModule.forRoot(options);
