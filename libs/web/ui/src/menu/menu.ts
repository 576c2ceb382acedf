import { CdkMenu, CdkMenuItem } from '@angular/cdk/menu';
import { booleanAttribute, Component, ElementRef, inject, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconNode } from '../icon/icons';

/** A small menu, opened by `cdkMenuTriggerFor`. Arrow keys, typing ahead, Escape and the focus are the CDK's. */
@Component({
  selector: 'parley-menu',
  hostDirectives: [CdkMenu],
  template: `<ng-content />`,
  host: { '[class.row]': 'row()' },
  styles: `
    :host {
      display: grid;
      min-inline-size: 12rem;
      /* Clear of what opened it, above or below. */
      margin-block: var(--space-1);
      padding: var(--space-1);
      border-radius: var(--radius);
      border: 1px solid var(--line);
      background: var(--raised);
      box-shadow: var(--float);
      animation: open var(--quick) var(--ease);
    }
    /* Where it is as wide as the screen it keeps off its sides, and has a second line rather than no end. */
    :host(.row) {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      inline-size: max-content;
      min-inline-size: 0;
      max-inline-size: calc(100vw - 2 * var(--space-2));
      border-radius: 1.75rem;
    }
    @media (max-width: 767.98px) {
      :host(.row) {
        margin-inline: var(--space-2);
      }
    }
    @keyframes open {
      from {
        opacity: 0;
        transform: translateY(-0.25rem);
      }
    }
  `,
})
export class Menu {
  /** Whether the choices stand beside each other. */
  readonly row = input(false, { transform: booleanAttribute });

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    // The CDK's menu knows up and down; in a row left and right mean the same. Caught on the way in, before they close a submenu.
    element.addEventListener('keydown', (event) => this.turn(event, element), { capture: true });
  }

  private turn(event: KeyboardEvent, element: HTMLElement): void {
    if (!this.row() || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
    event.preventDefault();
    event.stopPropagation();
    const isForward = (event.key === 'ArrowRight') === (getComputedStyle(element).direction !== 'rtl');
    const [key, keyCode] = isForward ? ['ArrowDown', 40] : ['ArrowUp', 38];
    event.target?.dispatchEvent(new KeyboardEvent('keydown', { key, keyCode, bubbles: true, cancelable: true }));
  }
}

/** One choice of a menu. */
@Component({
  selector: 'button[parleyMenuItem]',
  hostDirectives: [
    { directive: CdkMenuItem, inputs: ['cdkMenuItemDisabled: disabled'], outputs: ['cdkMenuItemTriggered: chosen'] },
  ],
  imports: [Icon],
  template: `<parley-icon [icon]="icon()" [size]="18" /><span><ng-content /></span>`,
  host: { '[class.danger]': 'danger()', '[class.compact]': 'compact()' },
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
    :host(:hover) {
      background: var(--hover);
    }
    :host(:focus-visible) {
      background: var(--tint);
      outline-offset: -2px;
    }
    :host(.danger) {
      color: var(--danger-ink);
    }
    :host(:disabled) {
      opacity: 0.5;
    }
    :host(.compact) {
      gap: var(--space-1);
      border-radius: var(--radius-full);
      white-space: nowrap;
      font-size: var(--text-sm);
    }
  `,
})
export class MenuItem {
  readonly icon = input.required<IconNode>();
  readonly danger = input(false, { transform: booleanAttribute });
  /** For a menu whose choices stand beside each other. */
  readonly compact = input(false, { transform: booleanAttribute });

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    // A menu within the menu opens as soon as it is pointed at: the press that follows must not close it again.
    const keepOpen = (event: Event): void => {
      if (element.getAttribute('aria-expanded') === 'true') event.stopImmediatePropagation();
    };
    element.addEventListener('click', keepOpen, { capture: true });
  }
}
