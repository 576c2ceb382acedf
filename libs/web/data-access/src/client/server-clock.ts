import { inject, Injectable, signal } from '@angular/core';
import { AskedAhead } from './asked-ahead';

/** A difference smaller than this is how long the answer took, or the second that the server's header is exact to, in milliseconds. */
const SAME_MS = 60_000;

/** How far this machine's clock is off from the server's, as every answer tells: days and "5 minutes ago" are reckoned by the server's. */
@Injectable({ providedIn: 'root' })
export class ServerClock {
  private readonly ahead = inject(AskedAhead);
  private readonly current = signal(0);
  /** To be added to this machine's time to have the server's, in milliseconds; 0 where the two agree. */
  readonly offsetMs = this.current.asReadonly();

  /** Asks as `fetch` does, and reads the time off the answer. */
  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const response = await this.ahead.fetch(input, init);
    const told = Date.parse(response.headers.get('date') ?? '');
    if (!Number.isNaN(told)) this.heard(told - Date.now());
    return response;
  };

  private heard(offsetMs: number): void {
    const isOff = Math.abs(offsetMs) >= SAME_MS;
    // The answers of a clock that is off differ by moments: only a real change is worth drawing anew.
    if (!isOff) this.current.set(0);
    else if (Math.abs(offsetMs - this.current()) >= SAME_MS) this.current.set(offsetMs);
  }
}
