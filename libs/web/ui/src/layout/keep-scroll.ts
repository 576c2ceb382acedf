import { afterNextRender, DestroyRef, Directive, ElementRef, inject } from '@angular/core';
import { Router } from '@angular/router';

/** Where each address was left, in pixels from the top. It lives as long as the page. */
const left = new Map<string, number>();

/** A view that scrolls by itself and is found again where it was left. What it shows must be there when it is first drawn. */
@Directive({ selector: '[parleyKeepScroll]' })
export class KeepScroll {
  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const address = inject(Router).url;
    afterNextRender(() => (element.scrollTop = left.get(address) ?? 0));
    let scrollTop = 0;
    element.addEventListener('scroll', () => (scrollTop = element.scrollTop), { passive: true });
    inject(DestroyRef).onDestroy(() => left.set(address, scrollTop));
  }
}
