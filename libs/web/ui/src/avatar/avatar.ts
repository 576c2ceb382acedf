import { Component, computed, input, linkedSignal } from '@angular/core';
import { initials, steadyNumber } from './initials';

/**
 * A person's picture, or their initials on a gentle blend of the two colours, always the same for the same person. Decoration only: the name
 * stands beside it.
 */
@Component({
  selector: 'parley-avatar',
  template: `
    @if (shownUrl(); as url) {
      <img
        [src]="url"
        alt=""
        referrerpolicy="no-referrer"
        loading="lazy"
        decoding="async"
        (error)="shownUrl.set(null)"
      />
    } @else {
      <span aria-hidden="true">{{ letters() }}</span>
    }
  `,
  host: {
    'aria-hidden': 'true',
    '[style.--size.px]': 'size()',
    '[style.--turn.deg]': 'turn()',
    '[style.--blend.%]': 'blend()',
  },
  styles: `
    :host {
      display: inline-grid;
      place-items: center;
      flex: none;
      inline-size: var(--size);
      block-size: var(--size);
      border-radius: 50%;
      overflow: hidden;
      user-select: none;
      color: var(--ink);
      background: linear-gradient(
        var(--turn),
        color-mix(in oklab, var(--teach) 52%, var(--raised)) calc(var(--blend) - 40%),
        color-mix(in oklab, var(--learn) 46%, var(--raised)) calc(var(--blend) + 40%)
      );
      box-shadow: inset 0 0 0 1px var(--line);
    }
    span {
      font: 600 calc(var(--size) * 0.38) / 1 var(--serif);
      letter-spacing: 0.01em;
    }
    img {
      inline-size: 100%;
      block-size: 100%;
      object-fit: cover;
    }
  `,
})
export class Avatar {
  /** What makes the blend steady: the person's id. */
  readonly seed = input.required<string>();
  readonly name = input.required<string>();
  readonly url = input<string | null>(null);
  /** In pixels. */
  readonly size = input(40);

  protected readonly shownUrl = linkedSignal(() => this.url());
  protected readonly letters = computed(() => initials(this.name()));
  protected readonly turn = computed(() => 45 * steadyNumber(this.seed(), 8) + 20);
  protected readonly blend = computed(() => 35 + 10 * steadyNumber(`${this.seed()}:blend`, 4));
}
