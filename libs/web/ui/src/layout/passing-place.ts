import { Injectable, signal } from '@angular/core';

/** How far from the two sides of the screen something begins and ends, in the direction of the page, in pixels. */
export interface Sides {
  readonly start: number;
  readonly end: number;
}

/** Where what is said in passing stands, and how much of the height it takes there. Null where nothing says so: then it stands in the middle of the page. */
@Injectable({ providedIn: 'root' })
export class PassingPlace {
  /** What stands at the foot of the view: the toasts stand above it, within its sides. `height` is in pixels. */
  readonly foot = signal<(Sides & { readonly height: number }) | null>(null);
  /** The part of the page that what was chosen from a list has: toasts lie over one of the two, never across both. */
  readonly pane = signal<Sides | null>(null);
  /** How much the toasts take above the foot, in pixels: the foot leaves it free. */
  readonly taken = signal(0);
}

/** Where an element stands; null where it is not shown. */
export function sidesOf(element: HTMLElement): Sides | null {
  if (element.offsetHeight === 0) return null;
  const { left, right } = element.getBoundingClientRect();
  const sides = [left, document.documentElement.clientWidth - right] as const;
  const [start, end] = getComputedStyle(element).direction === 'rtl' ? [sides[1], sides[0]] : sides;
  return { start, end };
}
