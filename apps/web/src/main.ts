import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { fetchAhead } from './app/fetch-ahead';

void fetchAhead(window);
bootstrapApplication(App, appConfig).catch((error: unknown) => reportError(error));
