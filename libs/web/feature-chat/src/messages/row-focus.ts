import { computed, inject, Injectable, ElementRef, signal } from '@angular/core';
import { ROW_KEY } from '../scroll/scroll-keeper';

/** Which message has the keyboard: the list is one stop for Tab, and the arrow keys, Home and End go through it. */
@Injectable()
export class RowFocus {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly wanted = signal<string | null>(null);
  /** The messages that are drawn, in order. */
  readonly keys = signal<readonly string[]>([]);
  /** The message that Tab leads to: the last one that had the focus, at first the newest. */
  readonly current = computed(() => {
    const [wanted, keys] = [this.wanted(), this.keys()];
    return wanted !== null && keys.includes(wanted) ? wanted : (keys.at(-1) ?? null);
  });

  take(key: string): void {
    this.wanted.set(key);
  }

  press(event: KeyboardEvent): void {
    const onRow = event.target instanceof Element && event.target.hasAttribute(ROW_KEY);
    if (!onRow || event.altKey || event.ctrlKey || event.metaKey) return;
    const keys = this.keys();
    const at = keys.indexOf(this.current() ?? '');
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: keys.length - 1 }[event.key];
    const key = to === undefined ? undefined : keys[Math.min(Math.max(to, 0), keys.length - 1)];
    if (key === undefined) return;
    event.preventDefault();
    this.goTo(key);
  }

  /** Gives the keyboard to a message that is drawn. It is not scrolled into view where it is wholly there. */
  goTo(key: string): void {
    this.wanted.set(key);
    this.host.nativeElement.querySelector<HTMLElement>(`[${ROW_KEY}="${CSS.escape(key)}"]`)?.focus();
  }
}
