import { Component, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconNode } from '../icon/icons';

/** A round button that is only an icon. Its label is what a screen reader says and what hovering shows. */
@Component({
  selector: 'button[parleyIconButton], a[parleyIconButton]',
  imports: [Icon],
  template: `<parley-icon [icon]="icon()" [size]="size()" />`,
  host: { '[attr.aria-label]': 'label()', '[attr.title]': 'label()' },
  styles: `
    :host {
      display: inline-grid;
      place-items: center;
      flex: none;
      inline-size: var(--target);
      block-size: var(--target);
      padding: 0;
      border: 0;
      border-radius: 50%;
      background: none;
      color: var(--ink-soft);
      transition: background-color var(--quick) var(--ease);
    }
    :host(:hover) {
      background: var(--hover);
      color: var(--ink);
    }
    :host([aria-expanded='true']) {
      background: var(--tint);
      box-shadow: inset 0 0 0 1px var(--edge);
    }
    /* No ground and no shadow is painted there. */
    @media (forced-colors: active) {
      :host([aria-expanded='true']:not(:focus-visible)) {
        outline: 1px solid;
        outline-offset: -1px;
      }
    }
    :host(:disabled) {
      opacity: 0.45;
      background: none;
    }
  `,
})
export class IconButton {
  readonly icon = input.required<IconNode>();
  readonly label = input.required<string>();
  /** Of the icon, in pixels. */
  readonly size = input(20);
}
