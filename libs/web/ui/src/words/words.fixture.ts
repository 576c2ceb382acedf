import { type TranslocoTestingOptions, TranslocoTestingModule } from '@jsverse/transloco';
import en from './en.json';

const options: TranslocoTestingOptions = {
  langs: { en },
  translocoConfig: { availableLangs: ['en'], defaultLang: 'en' },
  preloadLangs: true,
};

/** The real words, there at once. */
export const words = TranslocoTestingModule.forRoot(options);
