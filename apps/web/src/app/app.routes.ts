import type { Routes } from '@angular/router';

/** The app's addresses; each feature is loaded when first visited. */
export const routes: Routes = [];
