import { booleanAttribute, Component, input } from '@angular/core';
import { CodeBlock } from './code-block';
import { InlineText } from './inline-text';
import type { Block } from './rich-text-node';

/** Paragraphs, lists, quotes and code below each other. */
@Component({
  selector: 'parley-blocks',
  imports: [CodeBlock, InlineText],
  template: `
    @for (block of blocks(); track $index) {
      @switch (block.kind) {
        @case ('paragraph') {
          <p [attr.dir]="within() ? null : 'auto'"><parley-inline-text [nodes]="block.children" /></p>
        }
        @case ('code') {
          <parley-code-block [code]="block.text" [language]="block.language" />
        }
        @case ('quote') {
          <blockquote dir="auto"><parley-blocks within [blocks]="block.children" /></blockquote>
        }
        @case ('rule') {
          <hr />
        }
        @case ('list') {
          @if (block.start === null) {
            <ul dir="auto">
              @for (item of block.items; track $index) {
                <li><parley-blocks within [blocks]="item" /></li>
              }
            </ul>
          } @else {
            <ol dir="auto" [start]="block.start">
              @for (item of block.items; track $index) {
                <li><parley-blocks within [blocks]="item" /></li>
              }
            </ol>
          }
        }
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      /* A long line of code scrolls within itself. */
      grid-template-columns: minmax(0, 1fr);
      gap: 0.5em;
    }
    p {
      inline-size: auto;
      white-space: pre-wrap;
      text-wrap-style: auto;
      unicode-bidi: plaintext;
    }
    ul,
    ol {
      display: grid;
      gap: 0.15em;
      padding-inline-start: 1.6em;
    }
    li::marker {
      color: var(--ink-faint);
      font-variant-numeric: tabular-nums;
    }
    blockquote {
      padding-inline-start: var(--space-3);
      border-inline-start: 3px solid var(--line-strong);
      color: var(--ink-soft);
    }
    hr {
      inline-size: 100%;
      margin: 0.25em 0;
      border: 0;
      border-block-start: 1px solid var(--line-strong);
    }
  `,
})
export class Blocks {
  readonly blocks = input.required<readonly Block[]>();
  /** Whether a list or a quote is around them: it runs as the words in it do, so that its marks stand where they begin. */
  readonly within = input(false, { transform: booleanAttribute });
}
