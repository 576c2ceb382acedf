import { computed, Injectable, signal } from '@angular/core';

/** The modal dialogs that are open, the newest on top. What lies outside of that one can neither be seen whole, nor reached, nor heard. */
@Injectable({ providedIn: 'root' })
export class OpenDialogs {
  private readonly open = signal<readonly object[]>([]);
  /** The one on top; null where none is open. */
  readonly top = computed(() => this.open().at(-1) ?? null);

  opened(dialog: object): void {
    this.open.update((open) => [...open, dialog]);
  }

  closed(dialog: object): void {
    this.open.update((open) => open.filter((one) => one !== dialog));
  }
}
