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
      [placeholder]="placeholder()"
      [disabled]="disabled()"
      (input)="text.set(area.value)"
      (keydown)="press($event)"
    ></textarea>
  `,
  host: { '[attr.data-text]': 'text()' },
  styles: `
    :host {
      display: grid;
      min-inline-size: 0;
      max-block-size: min(40dvh, 16rem);
      line-height: 1.5;
      overflow: hidden;
    }
    /* An unseen copy of the text lies in the same place and gives it its height. */
    :host::after {
      content: attr(data-text) ' ';
      visibility: hidden;
      max-block-size: inherit;
      overflow: hidden;
    }
    textarea,
    :host::after {
      grid-area: 1 / 1;
      min-inline-size: 0;
      overflow-wrap: anywhere;
      white-space: pre-wrap;
    }
    textarea {
      display: block;
      inline-size: 100%;
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
  readonly entered = output<void>();
  readonly escaped = output<Event>();
  /** Arrow up in an empty field. */
  readonly raised = output<Event>();

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

  protected press(event: KeyboardEvent): void {
    // While an input method composes, Enter takes its suggestion. Safari says so by the key code alone.
    if (event.isComposing || event.keyCode === 229) return;
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
