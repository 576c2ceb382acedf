import { Component, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Offered } from './emoji-completion';

/** What each choice's element is called, before its number. */
export const OFFER_ID = 'composer-emoji';

/** The emoji offered for a shortcode that is being typed. The focus stays in the text: its keys choose. */
@Component({
  selector: 'parley-emoji-offer',
  imports: [TranslocoDirective],
  template: `
    <div *transloco="let t" role="listbox" [id]="id" [attr.aria-label]="t('emoji.found')">
      @for (emoji of emoji(); track emoji.emoji) {
        <!-- The pointer must not take the focus from the text before the press is done. -->
        <div
          role="option"
          tabindex="-1"
          [id]="id + '-' + $index"
          [class.active]="$index === active()"
          [attr.aria-selected]="$index === active()"
          (mousedown)="$event.preventDefault()"
          (click)="taken.emit(emoji)"
          (keydown.enter)="taken.emit(emoji)"
        >
          <span class="sign">{{ emoji.emoji }}</span>
          <span>:{{ emoji.shortcode }}:</span>
        </div>
      }
    </div>
  `,
  styles: `
    :host {
      position: absolute;
      z-index: 4;
      inset-block-end: calc(100% + var(--space-2));
      inset-inline-start: 0;
      min-inline-size: min(18rem, 100%);
      padding: var(--space-1);
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--raised);
      box-shadow: var(--float);
    }
    [role='option'] {
      display: flex;
      align-items: center;
      gap: var(--space-3);
      min-block-size: max(2.25rem, var(--target));
      padding-inline: var(--space-3);
      border-inline-start: 3px solid transparent;
      border-radius: var(--radius-small);
      border-start-start-radius: 4px;
      border-end-start-radius: 4px;
      color: var(--ink-soft);
      font-size: var(--text-sm);
      cursor: pointer;
    }
    [role='option']:hover {
      background: var(--hover);
      color: var(--ink);
    }
    [role='option'].active {
      border-color: var(--primary);
      background: var(--primary-soft);
      color: var(--ink);
    }
    /* Where the browser paints over all colours. */
    @media (forced-colors: active) {
      [role='option'].active {
        outline: 2px solid Highlight;
        outline-offset: -2px;
      }
    }
    .sign {
      flex: none;
      inline-size: 1.75rem;
      font-size: 1.25rem;
      text-align: center;
    }
  `,
})
export class EmojiOffer {
  readonly emoji = input.required<readonly Offered[]>();
  readonly active = input.required<number>();
  readonly taken = output<Offered>();

  protected readonly id = OFFER_ID;
}
