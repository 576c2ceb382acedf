import { Component, input } from '@angular/core';
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
          <p dir="auto"><parley-inline-text [nodes]="block.children" /></p>
        }
        @case ('code') {
          <parley-code-block [code]="block.text" [language]="block.language" />
        }
        @case ('quote') {
          <blockquote><parley-blocks [blocks]="block.children" /></blockquote>
        }
        @case ('rule') {
          <hr />
        }
        @case ('list') {
          @if (block.start === null) {
            <ul>
              @for (item of block.items; track $index) {
                <li><parley-blocks [blocks]="item" /></li>
              }
            </ul>
          } @else {
            <ol [start]="block.start">
              @for (item of block.items; track $index) {
                <li><parley-blocks [blocks]="item" /></li>
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
      white-space: pre-wrap;
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
}
