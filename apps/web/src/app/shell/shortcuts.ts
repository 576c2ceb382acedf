import { DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import { nextRoom, OverviewStore } from '@parley/web-data-access';

/** What takes letters for itself. */
const WRITING = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';

/** The keys that work wherever one is. Listens for as long as a member's views are shown. */
@Injectable()
export class Shortcuts {
  private readonly router = inject(Router);
  private readonly overview = inject(OverviewStore);
  private readonly document = inject(DOCUMENT);
  /** What is open over the page. */
  readonly shown = signal<'nothing' | 'switcher' | 'help'>('nothing');

  constructor() {
    const stop = new AbortController();
    this.document.addEventListener('keydown', (event) => this.press(event), { signal: stop.signal });
    inject(DestroyRef).onDestroy(() => stop.abort());
  }

  private press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    const act = this.actOf(event);
    if (!act) return;
    event.preventDefault();
    act();
  }

  private actOf(event: KeyboardEvent): (() => void) | null {
    const { altKey, key, shiftKey } = event;
    const command = event.ctrlKey || event.metaKey;
    const isOver = this.document.querySelector('dialog[open]') !== null;
    if (command && !altKey && !shiftKey && key.toLowerCase() === 'k')
      return () => this.shown.update((shown) => (shown === 'switcher' || isOver ? 'nothing' : 'switcher'));
    if (isOver) return null;
    const isHelp = (command && key === '/') || (key === '?' && !command && !altKey && !this.isWriting(event));
    if (isHelp) return () => this.shown.set('help');
    if (altKey && !command && (key === 'ArrowDown' || key === 'ArrowUp'))
      return () => this.step(key === 'ArrowDown' ? 1 : -1, shiftKey);
    return null;
  }

  private step(by: 1 | -1, unread: boolean): void {
    const [, here = null] = /^\/rooms\/([^/?#]+)/.exec(this.router.url) ?? [];
    const roomId = nextRoom(this.overview.items(), here, { by, unread });
    if (roomId !== null) void this.router.navigate(['/rooms', roomId]);
  }

  private isWriting({ target }: KeyboardEvent): boolean {
    return target instanceof Element && target.closest(WRITING) !== null;
  }
}
