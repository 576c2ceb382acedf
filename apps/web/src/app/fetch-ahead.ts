import { loginPage } from '@parley/web-feature-auth';
import { shell } from './app.routes';

/** Where members find their rooms, or are led to them. */
const ROOMS = /^\/(?:rooms(?:\/.*)?|login|register)?$/;

/**
 * Begins to fetch the views that an address needs as soon as the page knows who is here, side by side with the words and before the router is up: it would
 * find them one after the other. What cannot be fetched now is fetched, or found missing, when the router needs it.
 */
export async function fetchAhead({ location, parleyAskedAhead }: Window): Promise<void> {
  const { pathname } = location;
  const isMember = await parleyAskedAhead?.member;
  if (isMember === undefined) return;
  const chat = (): Promise<unknown> => import('@parley/web-feature-chat').then((m) => m.fetchViews(pathname));
  const views = isMember ? [shell, ...(ROOMS.test(pathname) ? [chat] : [])] : [loginPage];
  await Promise.allSettled(views.map((fetch) => fetch()));
}
