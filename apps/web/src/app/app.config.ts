import {
  type ApplicationConfig,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
  provideZonelessChangeDetection,
} from '@angular/core';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
  withPreloading,
} from '@angular/router';
import { SessionStore } from '@parley/web-data-access';
import { provideWords } from '@parley/web-ui';
import { routes } from './app.routes';
import { navigationFailed } from './navigation-errors';
import { providePreferences } from './preferences/provide-preferences';
import { PreloadWhenIdle } from './preload-when-idle';
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
      withPreloading(PreloadWhenIdle),
    ),
    provideWords(),
    providePreferences(),
    // Asked while the words are still on their way: every address waits to know who is signed in.
    provideAppInitializer(() => void inject(SessionStore).settled()),
    { provide: TitleStrategy, useClass: WordedTitle },
  ],
};
