import { DOCUMENT, inject, Injectable } from '@angular/core';

/** An answer that may still be on its way. */
interface Asked {
  /** The access token that is sent for it, once it is known; absent where none is. */
  readonly token?: Promise<string | null>;
  readonly answer: Promise<Response>;
}

/** What index.html asks for while the app is still on its way. */
export interface PageAsks {
  /** When, in milliseconds of the epoch. */
  readonly at: number;
  /** By `METHOD /path`. */
  readonly answers: Map<string, Asked>;
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
    const asked = this.take(input, init);
    // What was not answered then may be answered now.
    return asked
      ? within(init?.signal, answerOf(asked, init)).catch(() => globalThis.fetch(input, init))
      : globalThis.fetch(input, init);
  };

  /** Whether the page itself has brought an answer that nobody took yet. Waits for one that is on its way. @param call as `METHOD /path` */
  async has(call: string): Promise<boolean> {
    const found = this.asked?.answers.get(call);
    const isThere = found !== undefined && (await found.answer.then(() => true).catch(() => false));
    return isThere && this.asked?.answers.get(call) === found && this.isGood();
  }

  private isGood(): boolean {
    return this.asked !== undefined && Date.now() - this.asked.at < GOOD_FOR_MS;
  }

  private take(input: RequestInfo | URL, init: RequestInit | undefined): Asked | undefined {
    if (!this.asked || (typeof input === 'object' && !(input instanceof URL))) return undefined;
    const { pathname, search } = new URL(input);
    const key = `${init?.method} ${pathname}${search}`;
    const found = this.asked.answers.get(key);
    this.asked.answers.delete(key);
    return this.isGood() ? found : undefined;
  }
}

/** @throws Error where it was asked for somebody else */
async function answerOf({ token, answer }: Asked, init: RequestInit | undefined): Promise<Response> {
  const sent = await token;
  const isSame = new Headers(init?.headers).get('authorization') === (sent ? `Bearer ${sent}` : null);
  if (!isSame) throw new Error('asked with another token');
  return answer;
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
