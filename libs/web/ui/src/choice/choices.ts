import { Component, input, output } from '@angular/core';

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  /** The language that the label is in, where it is another than the page's. */
  readonly lang?: string;
}

let count = 0;

/** One of a few, all of them in sight: radio buttons that look like one piece. Arrow keys and the rest are the browser's. */
@Component({
  selector: 'parley-choices',
  template: `
    <fieldset>
      <legend>{{ label() }}</legend>
      <div class="choices">
        @for (choice of choices(); track choice.value) {
          <label [attr.lang]="choice.lang">
            <input
              type="radio"
              [name]="name"
              [value]="choice.value"
              [checked]="choice.value === value()"
              (change)="chosen.emit(choice.value)"
            />
            <span>{{ choice.label }}</span>
          </label>
        }
      </div>
    </fieldset>
  `,
  styles: `
    legend {
      padding: 0;
      margin-block-end: var(--space-2);
      font-weight: 550;
    }
    .choices {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
    }
    label {
      display: inline-flex;
      align-items: center;
      gap: var(--space-2);
      min-block-size: var(--target);
      padding-block: var(--space-1);
      padding-inline: var(--space-3) var(--space-4);
      border: 1px solid var(--line-strong);
      border-radius: var(--radius-full);
      cursor: pointer;
      transition: background-color var(--quick) var(--ease);
    }
    label:hover {
      background: var(--hover);
    }
    label:has(:checked) {
      border-color: var(--primary);
      background: var(--primary-soft);
    }
    label:has(:focus-visible) {
      outline: 2px solid var(--focus);
      outline-offset: 2px;
    }
    input {
      outline: none;
      cursor: pointer;
    }
  `,
})
export class Choices<T extends string> {
  readonly label = input.required<string>();
  readonly choices = input.required<readonly Choice<T>[]>();
  readonly value = input.required<T>();
  readonly chosen = output<T>();

  protected readonly name = `choices-${++count}`;
}
