import { DOCUMENT, inject } from '@angular/core';
import type { NavigationError } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import { problemWords, Toaster } from '@parley/web-ui';

const KEY = 'parley.reloadedAt';
/** A page that was reloaded less than this ago is not reloaded again, in milliseconds. */
const ONCE_IN_MS = 60_000;
/** How long to wait for the server before it counts as away, in milliseconds. */
const DEADLINE_MS = 5_000;

/**
 * A part of the app could not be fetched. Where the server answers, a newer version was put in place while this page was open: it is loaded anew
 * where one wanted to go. Where it does not, or reloading has not helped, that is said and one stays.
 */
export async function navigationFailed({ error, url }: NavigationError): Promise<void> {
  const isMissingPart = error instanceof TypeError && /import|module/i.test(error.message);
  if (!isMissingPart) throw error;
  const [window, toaster, transloco] = [inject(DOCUMENT).defaultView, inject(Toaster), inject(TranslocoService)];
  const reloadedAt = Number(window?.sessionStorage.getItem(KEY) ?? 0);
  if (window && Date.now() - reloadedAt > ONCE_IN_MS && (await answers(window))) {
    window.sessionStorage.setItem(KEY, String(Date.now()));
    window.location.assign(url);
  } else toaster.say(problemWords(transloco, { code: 'unavailable' }), 'danger');
}

async function answers({ location }: Window): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(DEADLINE_MS);
    return (await fetch(location.origin, { method: 'HEAD', cache: 'no-store', signal })).ok;
  } catch {
    return false;
  }
}
