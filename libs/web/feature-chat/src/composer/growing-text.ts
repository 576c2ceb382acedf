import { booleanAttribute, Component, effect, type ElementRef, input, model, output, viewChild } from '@angular/core';

/** A text field that grows with its text up to a height, then scrolls. Enter is an event of its own, but never while an input method composes. */
@Component({
  selector: 'parley-growing-text',
  template: `
    <textarea
      #area
      rows="1"
      dir="auto"
      enterkeyhint="send"
      [attr.aria-label]="label()"
      [attr.aria-describedby]="describedBy()"
      [attr.aria-autocomplete]="offer() ? 'list' : null"
      [attr.aria-controls]="offer()?.listId"
      [attr.aria-activedescendant]="offer()?.activeId"
      [placeholder]="placeholder()"
      [disabled]="disabled()"
      (input)="text.set(area.value)"
      (compositionstart)="composes = true"
      (compositionend)="composes = false"
      (keydown)="press($event)"
    ></textarea>
  `,
  host: { '[attr.data-text]': 'text()' },
  styles: `
    :host {
      display: grid;
      /* Never higher than what is left of the height: the last line is in reach whatever is round it. */
      grid-template-rows: minmax(0, 1fr);
      min-inline-size: 0;
      max-block-size: min(40dvh, 16rem);
      line-height: 1.5;
      overflow: hidden;
    }
    /* An unseen copy of the text lies in the same place and gives it its height. */
    :host::after {
      content: attr(data-text) ' ';
      visibility: hidden;
      min-inline-size: 0;
      max-block-size: inherit;
      overflow: hidden;
    }
    textarea,
    :host::after {
      grid-area: 1 / 1;
      overflow-wrap: anywhere;
      white-space: pre-wrap;
    }
    textarea {
      display: block;
      /* As wide as there is room; how much of it is asked for is the copy's to say. */
      inline-size: 0;
      min-inline-size: 100%;
      block-size: 100%;
      padding: 0;
      border: 0;
      outline: none;
      resize: none;
      background: none;
      line-height: inherit;
      overflow: hidden auto;
      overscroll-behavior: contain;
    }
    textarea:placeholder-shown {
      white-space: nowrap;
      text-overflow: ellipsis;
    }
    textarea::placeholder {
      color: var(--ink-faint);
      opacity: 1;
    }
  `,
})
export class GrowingText {
  readonly label = input.required<string>();
  readonly placeholder = input('');
  readonly describedBy = input<string | null>(null);
  readonly disabled = input(false);
  readonly autofocus = input(false, { transform: booleanAttribute });
  readonly text = model('');
  /** A list of choices for what is being typed, and the one that Enter takes; null where there is none. */
  readonly offer = input<{ readonly listId: string; readonly activeId: string } | null>(null);
  /** Sees each key first. Answers whether it has dealt with it. */
  readonly intercept = input<(event: KeyboardEvent) => boolean>(() => false);
  readonly entered = output<void>();
  readonly escaped = output<Event>();
  /** Arrow up in an empty field. */
  readonly raised = output<Event>();

  protected composes = false;
  private readonly area = viewChild.required<ElementRef<HTMLTextAreaElement>>('area');

  constructor() {
    effect(() => {
      this.area().nativeElement.value = this.text();
    });
    effect(() => {
      if (this.autofocus()) this.focus();
    });
  }

  /** Puts the cursor at the end. */
  focus(): void {
    const area = this.area().nativeElement;
    area.focus({ preventScroll: true });
    area.setSelectionRange(area.value.length, area.value.length);
  }

  /** Where the cursor is, in UTF-16 code units. */
  cursor(): number {
    return this.area().nativeElement.selectionEnd;
  }

  /** Whether an input method is at work. */
  isComposing(): boolean {
    return this.composes;
  }

  /** Shows another text, with the cursor in a place of it and the focus. */
  put({ text, cursor }: { readonly text: string; readonly cursor: number }): void {
    const area = this.area().nativeElement;
    area.value = text;
    area.focus({ preventScroll: true });
    area.setSelectionRange(cursor, cursor);
  }

  protected press(event: KeyboardEvent): void {
    // While an input method composes, Enter takes its suggestion. Safari says so by the key code alone.
    if (event.isComposing || event.keyCode === 229) return;
    if (this.intercept()(event)) return;
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      this.entered.emit();
    } else if (event.key === 'Escape') {
      this.escaped.emit(event);
    } else if (event.key === 'ArrowUp' && this.text() === '') {
      this.raised.emit(event);
    }
  }
}
