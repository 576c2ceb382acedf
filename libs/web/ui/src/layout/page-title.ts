import { Injectable, signal } from '@angular/core';

/** What the page in view is called, for the browser's tab. Routes set it; a page whose name is data, such as a room, sets its own. */
@Injectable({ providedIn: 'root' })
export class PageTitle {
  private readonly current = signal('');
  readonly name = this.current.asReadonly();

  set(name: string): void {
    this.current.set(name);
  }
}
