import {
  type ApplicationConfig,
  provideBrowserGlobalErrorListeners,
  provideZonelessChangeDetection,
} from '@angular/core';
import {
  PreloadAllModules,
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
  withPreloading,
} from '@angular/router';
import { provideWords } from '@parley/web-ui';
import { routes } from './app.routes';
import { navigationFailed } from './navigation-errors';
import { providePreferences } from './preferences/provide-preferences';
import { WordedTitle } from './worded-title';

/** What the whole app can inject. */
export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideZonelessChangeDetection(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled' }),
      withNavigationErrorHandler((failed) => void navigationFailed(failed)),
      // Once the first view stands, the others are fetched: they then open at once, and while the server is away.
      withPreloading(PreloadAllModules),
    ),
    provideWords(),
    providePreferences(),
    { provide: TitleStrategy, useClass: WordedTitle },
  ],
};
