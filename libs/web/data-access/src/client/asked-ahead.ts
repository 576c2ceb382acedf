import { DOCUMENT, inject, Injectable } from '@angular/core';

/** What index.html asks for while the app is still on its way. */
export interface PageAsks {
  /** When, in milliseconds of the epoch. */
  readonly at: number;
  /** By `METHOD /path`; with the access token that was sent, where there was one. */
  readonly answers: Map<string, { readonly token?: string; readonly answer: Promise<Response> }>;
  /** Whether somebody is signed in here, once the server has said so; false where it has not. */
  readonly member: Promise<boolean>;
}

declare global {
  interface Window {
    parleyAskedAhead?: PageAsks;
  }
}

/** An answer that nobody has wanted for so long is not taken any more, in milliseconds. */
const GOOD_FOR_MS = 20_000;

/**
 * Asks the server as `fetch` does. What every visit asks first (who is signed in, and their rooms) the page itself has asked while the app was being
 * fetched: those answers are handed out, each once, to whoever would ask the same with the same token.
 */
@Injectable({ providedIn: 'root' })
export class AskedAhead {
  private readonly asked = takeFrom(inject(DOCUMENT).defaultView);

  readonly fetch: typeof globalThis.fetch = (input, init) => {
    const ahead = this.take(input, init);
    // What was not answered then may be answered now.
    return ahead
      ? within(init?.signal, ahead).catch(() => globalThis.fetch(input, init))
      : globalThis.fetch(input, init);
  };

  private take(input: RequestInfo | URL, init: RequestInit | undefined): Promise<Response> | undefined {
    if (!this.asked || (typeof input === 'object' && !(input instanceof URL))) return undefined;
    const { pathname, search } = new URL(input);
    const key = `${init?.method} ${pathname}${search}`;
    const found = this.asked.answers.get(key);
    if (!found) return undefined;
    this.asked.answers.delete(key);
    const isSame = new Headers(init?.headers).get('authorization') === (found.token ? `Bearer ${found.token}` : null);
    return isSame && Date.now() - this.asked.at < GOOD_FOR_MS ? found.answer : undefined;
  }
}

/** No other script finds them any more. */
function takeFrom(window: Window | null): PageAsks | undefined {
  const asked = window?.parleyAskedAhead;
  delete window?.parleyAskedAhead;
  return asked;
}

/** The answer, for as long as whoever waits for it does. */
function within(signal: AbortSignal | null | undefined, answer: Promise<Response>): Promise<Response> {
  if (!signal) return answer;
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    answer.then(resolve, reject);
  });
}
