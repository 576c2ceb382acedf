import {
  afterNextRender,
  Component,
  DestroyRef,
  type ElementRef,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { IconButton } from '../button/icon-button';
import { closeIcon } from '../icon/icons';

let count = 0;

/**
 * A modal dialog on the browser's own: it holds the focus, gives it back, and Escape or a press beside it closes it. Shown for as long as it is
 * in the page; `closed` asks its owner to take it away.
 */
@Component({
  selector: 'parley-dialog',
  imports: [IconButton, TranslocoDirective],
  template: `
    <dialog #dialog [attr.aria-labelledby]="titleId" (cancel)="cancel($event)" (mousedown)="pressBeside($event)">
      <div class="sheet" *transloco="let t">
        <header>
          <h2 [id]="titleId">{{ title() }}</h2>
          <button
            parleyIconButton
            type="button"
            [icon]="closeIcon"
            [label]="t('ui.close')"
            (click)="closed.emit()"
          ></button>
        </header>
        <ng-content />
      </div>
    </dialog>
  `,
  styleUrl: './dialog.css',
})
export class Dialog {
  readonly title = input.required<string>();
  readonly closed = output<void>();

  protected readonly titleId = `dialog-${++count}`;
  protected readonly closeIcon = closeIcon;
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  constructor() {
    const destroyRef = inject(DestroyRef);
    afterNextRender(() => {
      const dialog = this.dialog().nativeElement;
      dialog.showModal();
      destroyRef.onDestroy(() => dialog.close());
      // The first thing to do comes first, not the way out.
      dialog.querySelector<HTMLElement>('header ~ * :is(input, textarea, select, button)')?.focus();
    });
  }

  protected cancel(event: Event): void {
    event.preventDefault();
    this.closed.emit();
  }

  protected pressBeside(event: MouseEvent): void {
    if (event.target === this.dialog().nativeElement) this.closed.emit();
  }
}
