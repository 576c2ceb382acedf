import type { ConnectedPosition } from '@angular/cdk/overlay';

/** What every menu leaves free above and below itself, in pixels (`menu.ts`). */
const MARGIN = 4;
/** What is free besides between a menu and what it was opened from, in pixels. */
const GAP = 2;
/** From the first choice of a menu to the edge of the menu: its border and its padding, in pixels. */
const EDGE = 5;
/** The border of the toolbar that a menu was opened from, which the menu leaves free and what is opened from the menu covers. */
const BORDER = 1;

/** At the end of what it was opened from, or at its start: the first that is whole in view. */
const onEitherSide = (place: Omit<ConnectedPosition, 'originX' | 'overlayX'>): ConnectedPosition[] =>
  (['end', 'start'] as const).map((side) => ({ ...place, originX: side, overlayX: side }));
const BELOW = onEitherSide({ originY: 'bottom', overlayY: 'top', offsetY: GAP });
const ABOVE = onEitherSide({ originY: 'top', overlayY: 'bottom', offsetY: -GAP });

/** Where menus of a message stand, on a page that runs this way. */
export const menuPlaces = (direction: 'ltr' | 'rtl') => ({
  /** Below a button, or above it. */
  belowButton: [...BELOW, ...ABOVE],
  /** What the first choice of a menu opens: above that menu, all of which stays in view; beside it, where there is no room above. */
  aboveMenu: [
    ...onEitherSide({ originY: 'top', overlayY: 'bottom', offsetY: BORDER - EDGE - GAP }).map((place) => {
      const outwards = (place.originX === 'end') === (direction === 'ltr') ? 1 : -1;
      return { ...place, offsetX: outwards * (EDGE + BORDER) };
    }),
    { originX: 'start', originY: 'top', overlayX: 'end', overlayY: 'top', offsetY: -EDGE - MARGIN },
    { originX: 'end', originY: 'top', overlayX: 'start', overlayY: 'top', offsetY: -EDGE - MARGIN },
  ] satisfies ConnectedPosition[],
});
