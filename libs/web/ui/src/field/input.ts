import { Component, ElementRef, inject } from '@angular/core';
import { Field } from './field';

/** The look of a text control, and its ties to the field around it. */
@Component({
  selector: 'input[parleyInput], textarea[parleyInput], select[parleyInput]',
  exportAs: 'parleyInput',
  template: `<ng-content />`,
  host: {
    '[id]': 'field?.controlId',
    '[attr.dir]': 'isText ? "auto" : null',
    '[attr.aria-invalid]': 'field?.error() ? true : null',
    '[attr.aria-describedby]': 'field?.describedBy()',
  },
  styles: `
    :host {
      inline-size: 100%;
      min-inline-size: 0;
      min-block-size: var(--target);
      padding: 0.5rem 0.875rem;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius);
      background: var(--surface);
      color: var(--ink);
      line-height: 1.4;
      transition: border-color var(--quick) var(--ease);
    }
    :host(textarea) {
      resize: vertical;
      min-block-size: 7rem;
    }
    /* A finger draws at no grip: it would leave a dot at the corner. */
    @media (pointer: coarse) {
      :host(textarea) {
        resize: none;
      }
    }
    /* An arrow of the family of our icons, of the weight of the cross in a search field (controls.css), drawn in the ink of the text: the browser's own is another's. */
    :host(select) {
      --line-of-arrow:
        transparent calc(50% - 1.125px), currentcolor calc(50% - 0.375px) calc(50% + 0.375px),
        transparent calc(50% + 1.125px);
      appearance: none;
      padding-inline-end: 2rem;
      background-image: linear-gradient(45deg, var(--line-of-arrow)), linear-gradient(-45deg, var(--line-of-arrow));
      background-position:
        right 1.125rem top 50%,
        right 0.8125rem top 50%;
      background-repeat: no-repeat;
      background-size: 0.3125rem 0.3125rem;
      text-overflow: ellipsis;
    }
    :host(select:dir(rtl)) {
      background-position:
        left 0.8125rem top 50%,
        left 1.125rem top 50%;
    }
    /* Where the system has colours of its own it draws no pictures of ours. */
    @media (forced-colors: active) {
      :host(select) {
        appearance: auto;
        background-image: none;
      }
    }
    :host(:hover) {
      border-color: var(--ink-faint);
    }
    :host([aria-invalid]) {
      border-color: var(--danger);
    }
    :host(:focus-visible) {
      outline-offset: 0;
      border-color: transparent;
    }
    :host(:disabled) {
      opacity: 0.6;
    }
    :host::placeholder {
      color: var(--ink-faint);
      opacity: 1;
    }
  `,
})
export class Input {
  /** The control itself. Of the three kinds it can be, all have what is read here. */
  readonly element = inject<ElementRef<HTMLInputElement>>(ElementRef).nativeElement;
  protected readonly isText = this.element.matches(':not(select, [type=date])');
  protected readonly field = inject(Field, { optional: true });
}
