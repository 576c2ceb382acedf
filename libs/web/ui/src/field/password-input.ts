import { Component, inject, input, model, output, signal, viewChild } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { IconButton } from '../button/icon-button';
import { hideIcon, showIcon } from '../icon/icons';
import { Field } from './field';
import { Input } from './input';

/** A password that one may look at while typing it. */
@Component({
  selector: 'parley-password-input',
  imports: [IconButton, Input, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <input
        #control
        parleyInput
        [type]="shown() ? 'text' : 'password'"
        [autocomplete]="autocomplete()"
        autocapitalize="off"
        spellcheck="false"
        [value]="value()"
        (input)="value.set(control.element.value)"
        (blur)="touch.emit()"
      />
      <button
        parleyIconButton
        type="button"
        [icon]="shown() ? hideIcon : showIcon"
        [label]="shown() ? t('ui.hidePassword') : t('ui.showPassword')"
        [attr.aria-controls]="field?.controlId"
        (click)="shown.set(!shown())"
      ></button>
    </ng-container>
  `,
  styles: `
    :host {
      position: relative;
      display: block;
    }
    input {
      padding-inline-end: 3rem;
    }
    /* The button stands where the page's words end, whichever way those run that are typed. */
    :host(:dir(rtl)) input:dir(ltr),
    :host(:dir(ltr)) input:dir(rtl) {
      padding-inline: 3rem 0.875rem;
    }
    button {
      position: absolute;
      inset-inline-end: 2px;
      inset-block: 0;
    }
  `,
})
export class PasswordInput implements FormValueControl<string> {
  readonly value = model('');
  readonly touch = output<void>();
  readonly autocomplete = input.required<'current-password' | 'new-password'>();

  protected readonly field = inject(Field, { optional: true });
  protected readonly shown = signal(false);
  protected readonly showIcon = showIcon;
  protected readonly hideIcon = hideIcon;
  private readonly control = viewChild(Input);

  focus(): void {
    this.control()?.element.focus();
  }
}
