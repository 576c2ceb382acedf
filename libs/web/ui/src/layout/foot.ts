import { DestroyRef, Directive, ElementRef, inject, Injectable, signal } from '@angular/core';

/** How high it is what stands at the foot of the view, in pixels; null where nothing says so. */
@Injectable({ providedIn: 'root' })
export class FootHeight {
  readonly px = signal<number | null>(null);
}

/** What stands at the foot of a view and grows, such as the line one writes in: what is said in passing stays clear of it, however tall it is. */
@Directive({ selector: '[parleyFoot]' })
export class Foot {
  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const { px } = inject(FootHeight);
    // One that is not shown has no height, and stands nowhere.
    const observer = new ResizeObserver(() => px.set(element.offsetHeight || null));
    observer.observe(element);
    inject(DestroyRef).onDestroy(() => {
      observer.disconnect();
      px.set(null);
    });
  }
}
