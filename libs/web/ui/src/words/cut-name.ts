import { Component, computed, input } from '@angular/core';

/** Stands for the name in the sentence that `parley-cut-name` is given: it occurs in no text that people write. */
export const NAME_PLACE = '\ufffc';

/**
 * A short sentence of ours with a name in it, on one line: where there is not room for all, the name is cut, at the end of its own words, whichever way they
 * and the page run.
 */
@Component({
  selector: 'parley-cut-name',
  template: `<span>{{ around()[0] }}</span
    ><bdi>{{ name() }}</bdi
    ><span>{{ around()[1] }}</span>`,
  styles: `
    :host {
      display: flex;
      min-inline-size: 0;
      white-space: pre;
    }
    span {
      flex: none;
    }
    bdi {
      min-inline-size: 0;
      overflow: hidden;
      text-overflow: ellipsis;
    }
  `,
})
export class CutName {
  /** The sentence, translated, with `NAME_PLACE` where the name belongs. */
  readonly sentence = input.required<string>();
  readonly name = input.required<string>();
  // What was put in may stand isolated (U+2068 … U+2069); the name is in an element of its own.
  protected readonly around = computed(() => {
    const [before = '', after = ''] = this.sentence().split(/\u2068?\ufffc\u2069?/u);
    return [before, after] as const;
  });
}
