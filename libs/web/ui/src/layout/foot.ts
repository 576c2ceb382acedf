import { DestroyRef, Directive, ElementRef, inject } from '@angular/core';
import { PassingPlace, sidesOf } from './passing-place';

/**
 * What stands at the foot of a view and grows, such as the line one writes in: what is said in passing stands above it, however tall it is, and it leaves that
 * much free there, so that nothing of the view lies beneath.
 */
@Directive({ selector: '[parleyFoot]', host: { '[style.margin-block-start.px]': 'place.taken() || null' } })
export class Foot {
  protected readonly place = inject(PassingPlace);

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const { foot } = this.place;
    // One that is not shown has no height, and stands nowhere.
    const observer = new ResizeObserver(() => {
      const sides = sidesOf(element);
      foot.set(sides && { ...sides, height: element.offsetHeight });
    });
    observer.observe(element);
    inject(DestroyRef).onDestroy(() => {
      observer.disconnect();
      foot.set(null);
    });
  }
}
