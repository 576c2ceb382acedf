import { Component, computed, input } from '@angular/core';
import { Blocks } from './blocks';
import { isOnlyEmoji, parseRichText } from './parse-rich-text';

/** A message's text, with the safe subset of Markdown drawn. The direction of each paragraph is that of its own words. */
@Component({
  selector: 'parley-rich-text',
  imports: [Blocks],
  template: `<parley-blocks [blocks]="blocks()" />`,
  host: { '[class.large]': 'large()' },
  styles: `
    :host {
      display: block;
      overflow-wrap: anywhere;
    }
    :host(.large) {
      font-size: 2.25rem;
      line-height: 1.3;
    }
  `,
})
export class RichText {
  readonly text = input.required<string>();
  protected readonly blocks = computed(() => parseRichText(this.text()));
  protected readonly large = computed(() => isOnlyEmoji(this.text()));
}
