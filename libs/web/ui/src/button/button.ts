import { booleanAttribute, Component, input } from '@angular/core';

export type ButtonLook = 'primary' | 'soft' | 'quiet' | 'plain' | 'danger';

/** A button, or a link that looks like one. While `busy` it keeps its width, tells so, and takes no second press. */
@Component({
  selector: 'button[parleyButton], a[parleyButton]',
  template: `<span><ng-content /></span>`,
  host: {
    '[class]': 'look()',
    '[class.busy]': 'busy()',
    '[attr.aria-busy]': 'busy() || null',
    '[attr.aria-disabled]': 'busy() || null',
    '(click)': 'swallow($event)',
  },
  styleUrl: './button.css',
})
export class Button {
  readonly look = input<ButtonLook>('quiet');
  readonly busy = input(false, { transform: booleanAttribute });

  protected swallow(event: Event): void {
    if (!this.busy()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}
