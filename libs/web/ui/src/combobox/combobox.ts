import {
  afterRenderEffect,
  booleanAttribute,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Avatar } from '../avatar/avatar';
import { Field } from '../field/field';

export interface ComboboxOption {
  readonly id: string;
  readonly label: string;
  /** A second line, in small. */
  readonly detail?: string;
  /** Of a person: what their picture is made of. */
  readonly picture?: { readonly seed: string; readonly url: string | null };
}

let count = 0;

/**
 * A text field that offers what fits while one types, after the ARIA pattern of a combobox with a list: arrow keys move, Enter takes, Escape
 * closes. Its owner looks the options up; what is taken leaves the field empty for the next. Where it `staysOpen`, the list is a part of the form with a place of
 * its own, covers nothing, and offers something before one types: there Enter takes only what was typed for, or gone to.
 */
@Component({
  selector: 'parley-combobox',
  imports: [Avatar],
  host: { '[class.stays]': 'staysOpen()' },
  templateUrl: './combobox.html',
  styleUrl: './combobox.css',
})
export class Combobox {
  readonly placeholder = input('');
  readonly options = input.required<readonly ComboboxOption[]>();
  /** What to say where nothing fits; nothing is said while this is empty. */
  readonly emptyText = input('');
  readonly disabled = input(false);
  readonly staysOpen = input(false, { transform: booleanAttribute });
  readonly queried = output<string>();
  readonly picked = output<ComboboxOption>();

  protected readonly field = inject(Field, { optional: true });
  protected readonly listId = `combobox-${++count}`;
  protected readonly query = signal('');
  protected readonly open = signal(false);
  /** By its place in the list; null where that is the first of what fits, and none before anything was typed. */
  private readonly chosen = signal<number | null>(null);
  private readonly isTyped = computed(() => this.query().trim() !== '');
  protected readonly active = computed(() =>
    Math.min(this.chosen() ?? (this.isTyped() ? 0 : -1), this.options().length - 1),
  );
  protected readonly shows = computed(() => {
    if (this.staysOpen() && (this.options().length > 0 || this.isTyped())) return true;
    return this.open() && this.isTyped() && (this.options().length > 0 || this.emptyText() !== '');
  });
  protected readonly activeId = computed(() =>
    this.shows() && this.active() >= 0 ? `${this.listId}-${this.active()}` : null,
  );
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');
  private readonly control = viewChild.required<ElementRef<HTMLInputElement>>('control');

  constructor() {
    // It opens below the field, where there may be no more room: above a phone's keyboard, at the end of a form.
    afterRenderEffect(() => {
      const isOver = this.shows() && !this.staysOpen();
      // What comes in later makes it higher.
      this.options();
      if (isOver) this.list().nativeElement.scrollIntoView({ block: 'nearest' });
    });
  }

  focus(): void {
    this.control().nativeElement.focus();
  }

  protected type(text: string): void {
    this.query.set(text);
    this.chosen.set(null);
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
        else if (length > 0) this.choose(event.key === 'ArrowDown' ? this.active() + 1 : this.active() - 1);
        break;
      case 'Enter': {
        const option = this.shows() ? this.options()[this.active()] : undefined;
        if (this.query() !== '') event.preventDefault();
        if (option) this.pick(option);
        break;
      }
      case 'Escape':
        if (!this.shows() || this.staysOpen()) return;
        event.preventDefault();
        event.stopPropagation();
        this.open.set(false);
        break;
    }
  }

  /** Past either end it goes round. */
  private choose(place: number): void {
    const { length } = this.options();
    const index = place < 0 ? length - 1 : place % length;
    this.chosen.set(index);
    this.list().nativeElement.children[index]?.scrollIntoView({ block: 'nearest' });
  }

  protected pick(option: ComboboxOption): void {
    this.query.set('');
    this.chosen.set(null);
    this.open.set(false);
    this.control().nativeElement.value = '';
    this.picked.emit(option);
    this.queried.emit('');
  }
}
