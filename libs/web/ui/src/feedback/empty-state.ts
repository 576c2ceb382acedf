import { Component, input } from '@angular/core';
import { Mark } from '../exchange/mark';

/** What a place says while nothing is in it: a title, a sentence, and the next step. */
@Component({
  selector: 'parley-empty-state',
  imports: [Mark],
  template: `
    <parley-mark [size]="72" />
    <h2 [attr.aria-level]="level()">{{ title() }}</h2>
    <p><ng-content /></p>
    <div class="next"><ng-content select="[action]" /></div>
  `,
  styles: `
    :host {
      display: grid;
      justify-items: center;
      align-content: center;
      gap: var(--space-3);
      padding: var(--space-10) var(--space-6);
      text-align: center;
    }
    h2 {
      font-size: var(--text-xl);
      margin-block-start: var(--space-2);
    }
    p {
      max-inline-size: 38ch;
      color: var(--ink-soft);
      text-wrap: balance;
    }
    .next {
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
      gap: var(--space-3);
      margin-block-start: var(--space-2);
    }
    .next:empty {
      display: none;
    }
    /* In a list the mark is left to the place beside it; where that says what to do next, a word is enough here. */
    @media (min-width: 768px) {
      :host(.aside) {
        padding-block: var(--space-6);
      }
      :host(.aside) parley-mark,
      :host(.hushed) :is(p, .next) {
        display: none;
      }
      :host(.hushed) h2 {
        margin: 0;
        color: var(--ink-soft);
        font: 400 0.9375rem/1.4 var(--sans);
      }
    }
  `,
})
export class EmptyState {
  readonly title = input.required<string>();
  /** Of the heading: 1 where this is all there is of a page. */
  readonly level = input(2);
}
