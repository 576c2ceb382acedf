import { CdkConnectedOverlay, type ConnectedPosition } from '@angular/cdk/overlay';
import { Component, input, output } from '@angular/core';
import { EmojiPicker } from './emoji-picker';

/** Where it goes beside what it was opened from: above, else below, else wherever there is space. */
const PLACES: ConnectedPosition[] = [
  { originX: 'end', originY: 'top', overlayX: 'end', overlayY: 'bottom', offsetY: -4 },
  { originX: 'end', originY: 'bottom', overlayX: 'end', overlayY: 'top', offsetY: 4 },
  { originX: 'start', originY: 'top', overlayX: 'start', overlayY: 'bottom', offsetY: -4 },
];

/** The emoji to choose from, beside what it was opened from, for as long as that is named. A press beside it closes it. */
@Component({
  selector: 'parley-emoji-popover',
  imports: [CdkConnectedOverlay, EmojiPicker],
  template: `
    @if (origin(); as element) {
      <ng-template
        cdkConnectedOverlay
        [cdkConnectedOverlayOrigin]="element"
        [cdkConnectedOverlayOpen]="true"
        [cdkConnectedOverlayPositions]="places"
        [cdkConnectedOverlayHasBackdrop]="true"
        cdkConnectedOverlayBackdropClass="cdk-overlay-transparent-backdrop"
        [cdkConnectedOverlayPush]="true"
        [cdkConnectedOverlayViewportMargin]="8"
        (backdropClick)="closed.emit()"
        (detach)="closed.emit()"
      >
        <parley-emoji-picker (picked)="picked.emit($event)" (closed)="closed.emit()" />
      </ng-template>
    }
  `,
})
export class EmojiPopover {
  /** What it stands beside; nothing is shown where that is null. */
  readonly origin = input.required<HTMLElement | null>();
  readonly picked = output<string>();
  readonly closed = output<void>();

  protected readonly places = PLACES;
}
