import { Component, forwardRef, input } from '@angular/core';
import type { Inline } from './rich-text-node';

/** Words within a paragraph. Everything is bound as text or as an attribute; a link's address has been through `safeHref`. */
@Component({
  selector: 'parley-inline-text',
  imports: [forwardRef(() => InlineText)],
  template: `
    @for (node of nodes(); track $index) {
      @switch (node.kind) {
        @case ('text') {
          <span>{{ node.text }}</span>
        }
        @case ('break') {
          <br />
        }
        @case ('code') {
          <code>{{ node.text }}</code>
        }
        @case ('strong') {
          <strong><parley-inline-text [nodes]="node.children" /></strong>
        }
        @case ('em') {
          <em><parley-inline-text [nodes]="node.children" /></em>
        }
        @case ('del') {
          <del><parley-inline-text [nodes]="node.children" /></del>
        }
        @case ('link') {
          <a [href]="node.href" [title]="node.href" target="_blank" rel="noopener noreferrer nofollow"
            ><parley-inline-text [nodes]="node.children"
          /></a>
        }
      }
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    code {
      padding: 0.1em 0.35em;
      border-radius: 5px;
      background: var(--tint);
      font: 0.9em var(--mono);
      overflow-wrap: anywhere;
    }
    a {
      overflow-wrap: anywhere;
    }
  `,
})
export class InlineText {
  readonly nodes = input.required<readonly Inline[]>();
}
