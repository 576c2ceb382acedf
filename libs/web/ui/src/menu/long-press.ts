import { DestroyRef, Directive, ElementRef, inject, output } from '@angular/core';

/** How long a finger rests until it is a long press, in milliseconds: a little more than browsers take, which then ask for a menu by themselves. */
const HELD_MS = 550;
/** How far a finger may move meanwhile and still rest, in pixels. */
const REST_PX = 10;
/** How long after a finger has left what it did may still come as that of a mouse, in milliseconds. */
const FOLLOWS_MS = 400;
/** What browsers make of a finger that rests and leaves: presses, a menu, and the focus that goes with the first of them. */
const FOLLOWS = ['mousedown', 'mouseup', 'click', 'contextmenu'];

/** A finger that rests on something, where a pointer would find a button: what is under it is not pressed then. */
@Directive({
  selector: '[parleyLongPress]',
  host: {
    '(pointerdown)': 'begin($event)',
    '(contextmenu)': 'asked($event)',
  },
})
export class LongPress {
  readonly parleyLongPress = output<void>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private resting: { timer: ReturnType<typeof setTimeout>; done: AbortController } | null = null;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.leave());
  }

  protected begin({ pointerType, clientX, clientY }: PointerEvent): void {
    this.leave();
    if (pointerType !== 'touch') return;
    const done = new AbortController();
    this.resting = { timer: setTimeout(() => this.tell(), HELD_MS), done };
    // For as long as a finger is down alone, and not from the template, which would draw the view anew with every move of a mouse; of the whole page, as what the
    // finger rests on may be moved away from under it.
    const { signal } = done;
    const { defaultView: window } = this.host.ownerDocument;
    const moved = (to: PointerEvent): void => {
      if (Math.hypot(to.clientX - clientX, to.clientY - clientY) > REST_PX) this.leave();
    };
    window?.addEventListener('pointermove', moved, { signal, passive: true });
    for (const type of ['pointerup', 'pointercancel']) window?.addEventListener(type, () => this.leave(), { signal });
  }

  private leave(): void {
    clearTimeout(this.resting?.timer);
    this.resting?.done.abort();
    this.resting = null;
  }

  /** The browser's own word for a long press; a pointer's menu stays the browser's. */
  protected asked(event: Event): void {
    if (!this.resting) return;
    event.preventDefault();
    this.tell();
  }

  private tell(): void {
    this.leave();
    this.swallowWhatFollows();
    this.parleyLongPress.emit();
  }

  /** Caught before anybody else hears of it: to a menu that has just opened it would be a press beside it. Until the next press, at most. */
  private swallowWhatFollows(): void {
    const [window, done] = [this.host.ownerDocument.defaultView, new AbortController()];
    const { signal } = done;
    const swallow = (event: Event): void => {
      if (!(event.target instanceof Node && this.host.contains(event.target))) return;
      event.preventDefault();
      event.stopPropagation();
    };
    for (const type of FOLLOWS) window?.addEventListener(type, swallow, { capture: true, signal });
    window?.addEventListener('pointerdown', () => done.abort(), { capture: true, signal });
    const released = (): void => void setTimeout(() => done.abort(), FOLLOWS_MS);
    for (const type of ['pointerup', 'pointercancel']) {
      window?.addEventListener(type, released, { capture: true, signal, once: true });
    }
  }
}
