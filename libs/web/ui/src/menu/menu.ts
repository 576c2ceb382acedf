import { CdkMenu, CdkMenuItem } from '@angular/cdk/menu';
import { booleanAttribute, Component, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconNode } from '../icon/icons';

/** A small menu, opened by `cdkMenuTriggerFor`. Arrow keys, typing ahead, Escape and the focus are the CDK's. */
@Component({
  selector: 'parley-menu',
  hostDirectives: [CdkMenu],
  template: `<ng-content />`,
  styles: `
    :host {
      display: grid;
      min-inline-size: 12rem;
      padding: var(--space-1);
      border-radius: var(--radius);
      border: 1px solid var(--line);
      background: var(--raised);
      box-shadow: var(--float);
      animation: open var(--quick) var(--ease);
    }
    @keyframes open {
      from {
        opacity: 0;
        transform: translateY(-0.25rem);
      }
    }
  `,
})
export class Menu {}

/** One choice of a menu. */
@Component({
  selector: 'button[parleyMenuItem]',
  hostDirectives: [
    { directive: CdkMenuItem, inputs: ['cdkMenuItemDisabled: disabled'], outputs: ['cdkMenuItemTriggered: chosen'] },
  ],
  imports: [Icon],
  template: `<parley-icon [icon]="icon()" [size]="18" /><span><ng-content /></span>`,
  host: { '[class.danger]': 'danger()' },
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: var(--space-3);
      min-block-size: var(--target);
      padding: var(--space-1) var(--space-3);
      border: 0;
      border-radius: var(--radius-small);
      background: none;
      color: var(--ink);
      font-size: 0.9375rem;
      text-align: start;
    }
    :host(:hover),
    :host(:focus-visible) {
      background: var(--hover);
    }
    :host(:focus-visible) {
      outline-offset: -2px;
    }
    :host(.danger) {
      color: var(--danger-ink);
    }
    :host(:disabled) {
      opacity: 0.5;
    }
  `,
})
export class MenuItem {
  readonly icon = input.required<IconNode>();
  readonly danger = input(false, { transform: booleanAttribute });
}
