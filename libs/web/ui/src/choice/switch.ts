import { Component, input, output } from '@angular/core';

let count = 0;

/** Something that is on or off, with what it means beneath. The whole row is the target. */
@Component({
  selector: 'parley-switch',
  template: `
    <label [attr.for]="id">
      <span class="words">
        <span class="label">{{ label() }}</span>
        @if (hint()) {
          <span class="hint" [id]="id + '-hint'">{{ hint() }}</span>
        }
      </span>
      <input
        #control
        type="checkbox"
        role="switch"
        [id]="id"
        [checked]="checked()"
        [disabled]="disabled()"
        [attr.aria-label]="label()"
        [attr.aria-describedby]="hint() ? id + '-hint' : null"
        (change)="changed.emit(control.checked)"
      />
    </label>
  `,
  styleUrl: './switch.css',
})
export class Switch {
  readonly label = input.required<string>();
  readonly hint = input<string | null>(null);
  readonly checked = input.required<boolean>();
  readonly disabled = input(false);
  readonly changed = output<boolean>();

  protected readonly id = `switch-${++count}`;
}
