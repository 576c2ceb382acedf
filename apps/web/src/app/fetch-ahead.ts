import { loginPage } from '@parley/web-feature-auth';
import { shell } from './app.routes';

/** Where members find their rooms, or are led to them. */
const ROOMS = /^\/(?:rooms(?:\/.*)?|login|register)?$/;

/**
 * Begins to fetch the views that an address needs, side by side with the words and before the router is up: it would find them one after the other. Where a member
 * was here before that is at once (the page itself fetches their scripts already, see name-views.ts), else as soon as the page knows who is here. What cannot be fetched now is fetched, or
 * found missing, when the router needs it.
 */
export async function fetchAhead({ document, location, parleyAskedAhead }: Window): Promise<void> {
  const { pathname } = location;
  const { first, returning } = document.documentElement.dataset;
  const isExpected = returning !== undefined && first !== 'welcome';
  const isMember = isExpected || (await parleyAskedAhead?.member);
  if (isMember === undefined) return;
  const chat = (): Promise<unknown> => import('@parley/web-feature-chat').then((m) => m.fetchViews(pathname));
  const views = isMember ? [shell, ...(ROOMS.test(pathname) ? [chat] : [])] : [loginPage];
  await Promise.allSettled(views.map((fetch) => fetch()));
}
