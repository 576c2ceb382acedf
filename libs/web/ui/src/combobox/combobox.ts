import { Component, computed, type ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import { Field } from '../field/field';

export interface ComboboxOption {
  readonly id: string;
  readonly label: string;
  /** A second line, in small. */
  readonly detail?: string;
}

let count = 0;

/**
 * A text field that offers what fits while one types, after the ARIA pattern of a combobox with a list: arrow keys move, Enter takes, Escape
 * closes. Its owner looks the options up; what is taken leaves the field empty for the next.
 */
@Component({
  selector: 'parley-combobox',
  templateUrl: './combobox.html',
  styleUrl: './combobox.css',
})
export class Combobox {
  readonly placeholder = input('');
  readonly options = input.required<readonly ComboboxOption[]>();
  /** What to say where nothing fits; nothing is said while this is empty. */
  readonly emptyText = input('');
  readonly disabled = input(false);
  readonly queried = output<string>();
  readonly picked = output<ComboboxOption>();

  protected readonly field = inject(Field, { optional: true });
  protected readonly listId = `combobox-${++count}`;
  protected readonly query = signal('');
  protected readonly open = signal(false);
  private readonly chosen = signal(0);
  protected readonly active = computed(() => Math.min(this.chosen(), this.options().length - 1));
  protected readonly shows = computed(
    () => this.open() && this.query().trim() !== '' && (this.options().length > 0 || this.emptyText() !== ''),
  );
  protected readonly activeId = computed(() =>
    this.shows() && this.active() >= 0 ? `${this.listId}-${this.active()}` : null,
  );
  private readonly control = viewChild.required<ElementRef<HTMLInputElement>>('control');

  focus(): void {
    this.control().nativeElement.focus();
  }

  protected type(text: string): void {
    this.query.set(text);
    this.chosen.set(0);
    this.open.set(true);
    this.queried.emit(text.trim());
  }

  protected press(event: KeyboardEvent): void {
    // A key that an input method is still using is not ours.
    if (event.isComposing || event.keyCode === 229) return;
    const { length } = this.options();
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        if (!this.shows()) this.open.set(true);
        else if (length > 0) this.chosen.set((this.active() + (event.key === 'ArrowDown' ? 1 : length - 1)) % length);
        break;
      case 'Enter': {
        const option = this.shows() ? this.options()[this.active()] : undefined;
        if (this.query() !== '') event.preventDefault();
        if (option) this.pick(option);
        break;
      }
      case 'Escape':
        if (!this.shows()) return;
        event.preventDefault();
        event.stopPropagation();
        this.open.set(false);
        break;
    }
  }

  protected pick(option: ComboboxOption): void {
    this.query.set('');
    this.open.set(false);
    this.control().nativeElement.value = '';
    this.picked.emit(option);
    this.queried.emit('');
  }
}
