import { Component, computed, input } from '@angular/core';
import { iconPaths } from './icon-paths';
import { backIcon, type IconNode, leaveIcon, replyIcon, sendIcon, signOutIcon } from './icons';

/** Icons that point somewhere: mirrored where one reads from right to left. */
const POINTING: ReadonlySet<IconNode> = new Set([backIcon, leaveIcon, replyIcon, sendIcon, signOutIcon]);

/** An outline icon in the colour of the text around it. Decoration only: what it stands for is said in words beside it or by its button. */
@Component({
  selector: 'parley-icon',
  host: { '[class.points]': 'points()' },
  template: `
    <svg
      [attr.width]="size()"
      [attr.height]="size()"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      @for (path of paths(); track $index) {
        <path [attr.d]="path" />
      }
    </svg>
  `,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
    }
    :host(.points:dir(rtl)) {
      scale: -1 1;
    }
  `,
})
export class Icon {
  readonly icon = input.required<IconNode>();
  /** In pixels. */
  readonly size = input(20);
  protected readonly points = computed(() => POINTING.has(this.icon()));
  protected readonly paths = computed(() => iconPaths(this.icon()));
}
