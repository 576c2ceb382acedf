import { CdkMenuItem } from '@angular/cdk/menu';
import { Component, input } from '@angular/core';

/** One emoji as a choice of a menu. */
@Component({
  selector: 'button[parleyEmojiMenuItem]',
  hostDirectives: [{ directive: CdkMenuItem, outputs: ['cdkMenuItemTriggered: chosen'] }],
  template: `<ng-content />`,
  host: { '[attr.aria-label]': 'label()', '[title]': 'label()' },
  styles: `
    :host {
      display: grid;
      place-items: center;
      inline-size: var(--target);
      block-size: var(--target);
      padding: 0;
      border: 0;
      border-radius: 50%;
      background: none;
      font-size: 1.375rem;
      line-height: 1;
      transition: scale var(--quick) var(--ease);
    }
    :host(:hover) {
      background: var(--hover);
    }
    :host(:focus-visible) {
      background: var(--tint);
    }
    :host(:focus-visible),
    :host(:hover) {
      scale: 1.12;
    }
  `,
})
export class EmojiMenuItem {
  /** What it is called. */
  readonly label = input.required<string>();
}
