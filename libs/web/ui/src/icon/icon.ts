import { Component, computed, input } from '@angular/core';
import { iconPaths } from './icon-paths';
import type { IconNode } from './icons';

/** An outline icon in the colour of the text around it. Decoration only: what it stands for is said in words beside it or by its button. */
@Component({
  selector: 'parley-icon',
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
  `,
})
export class Icon {
  readonly icon = input.required<IconNode>();
  /** In pixels. */
  readonly size = input(20);
  protected readonly paths = computed(() => iconPaths(this.icon()));
}
