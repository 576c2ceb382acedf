import { DestroyRef, Directive, ElementRef, inject, output } from '@angular/core';

/** Says each time that an element comes into view, or near it: the end of a list that goes on. */
@Directive({ selector: '[parleyWhenSeen]' })
export class WhenSeen {
  readonly parleyWhenSeen = output<void>();

  constructor() {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) this.parleyWhenSeen.emit();
      },
      { rootMargin: '400px' },
    );
    observer.observe(inject<ElementRef<HTMLElement>>(ElementRef).nativeElement);
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }
}
