import {
  CdkConnectedOverlay,
  type ConnectedPosition,
  type FlexibleConnectedPositionStrategyOrigin,
} from '@angular/cdk/overlay';
import { Component, computed, DOCUMENT, inject, input, output, signal } from '@angular/core';
import { EmojiPicker } from './emoji-picker';

/** Where it goes beside what it was opened from: so many pixels above, else below, else wherever there is space. */
const places = (gap: number): ConnectedPosition[] => [
  { originX: 'end', originY: 'top', overlayX: 'end', overlayY: 'bottom', offsetY: -gap },
  { originX: 'end', originY: 'bottom', overlayX: 'end', overlayY: 'top', offsetY: gap },
  { originX: 'start', originY: 'top', overlayX: 'start', overlayY: 'bottom', offsetY: -gap },
];
/** On a phone there is no space beside anything: a sheet at the foot of the screen, as wide as it. */
const SHEET: ConnectedPosition[] = [{ originX: 'center', originY: 'bottom', overlayX: 'center', overlayY: 'bottom' }];
/** From this width on, in pixels, there is. */
const BESIDE_PX = 768;

/** The emoji to choose from, beside what it was opened from, for as long as that is named. A press beside it closes it. */
@Component({
  selector: 'parley-emoji-popover',
  imports: [CdkConnectedOverlay, EmojiPicker],
  template: `
    @if (place(); as place) {
      <ng-template
        cdkConnectedOverlay
        [cdkConnectedOverlayOrigin]="place.origin"
        [cdkConnectedOverlayOpen]="true"
        [cdkConnectedOverlayPositions]="place.positions"
        [cdkConnectedOverlayHasBackdrop]="true"
        cdkConnectedOverlayBackdropClass="cdk-overlay-transparent-backdrop"
        [cdkConnectedOverlayPush]="true"
        [cdkConnectedOverlayViewportMargin]="place.margin"
        (backdropClick)="closed.emit()"
        (detach)="closed.emit()"
      >
        <parley-emoji-picker (picked)="picked.emit($event)" (closed)="closed.emit()" />
      </ng-template>
    }
  `,
  host: { '(window:resize)': 'screen.set(measured())' },
})
export class EmojiPopover {
  /** What it stands beside; nothing is shown where that is null. */
  readonly origin = input.required<HTMLElement | null>();
  /** What is kept free between the two, in pixels: more where the one lies inside something with an edge of its own. */
  readonly gap = input(4);
  readonly picked = output<string>();
  readonly closed = output<void>();

  private readonly page = inject(DOCUMENT);
  protected readonly screen = signal(this.measured());
  protected readonly place = computed<Place | null>(() => {
    const [origin, { width, height }] = [this.origin(), this.screen()];
    if (origin === null) return null;
    if (width >= BESIDE_PX) return { origin, positions: places(this.gap()), margin: 8 };
    return { origin: { x: width / 2, y: height }, positions: SHEET, margin: 0 };
  });

  protected measured(): { readonly width: number; readonly height: number } {
    const { clientWidth, clientHeight } = this.page.documentElement;
    return { width: clientWidth || BESIDE_PX, height: clientHeight };
  }
}

interface Place {
  readonly origin: FlexibleConnectedPositionStrategyOrigin;
  readonly positions: ConnectedPosition[];
  readonly margin: number;
}
