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
import { Toasts } from '../feedback/toasts';
import { closeIcon } from '../icon/icons';
import { OpenDialogs } from './open-dialogs';

/** What can be done below the dialog's own head: what it lies in may have a head too. */
const BELOW = ':scope > .sheet > header ~';
const THINGS_TO_DO = [BELOW, `${BELOW} *`].map((where) => `${where} :is(input, textarea, select, button)`).join();

let count = 0;

/**
 * A modal dialog on the browser's own: it holds the focus, gives it back, and Escape or a press beside it closes it. Shown for as long as it is
 * in the page; `closed` tells its owner, once, to take it away.
 */
@Component({
  selector: 'parley-dialog',
  imports: [IconButton, Toasts, TranslocoDirective],
  template: `
    <dialog
      #dialog
      [attr.aria-labelledby]="titleId"
      (cancel)="leave($event)"
      (close)="leave($event)"
      (mousedown)="pressBeside($event)"
    >
      <div class="sheet" *transloco="let t">
        <header>
          <h2 [id]="titleId">{{ title() }}</h2>
          <button parleyIconButton type="button" [icon]="closeIcon" [label]="t('ui.close')" (click)="close()"></button>
        </header>
        <ng-content />
      </div>
      <parley-toasts [within]="self" />
    </dialog>
  `,
  styleUrl: './dialog.css',
})
export class Dialog {
  readonly title = input.required<string>();
  readonly closed = output<void>();

  protected readonly titleId = `dialog-${++count}`;
  protected readonly closeIcon = closeIcon;
  protected readonly self = this;
  private readonly open = inject(OpenDialogs);
  private isLeft = false;
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  constructor() {
    const destroyRef = inject(DestroyRef);
    afterNextRender(() => {
      const dialog = this.dialog().nativeElement;
      dialog.showModal();
      this.open.opened(this);
      // What is behind it shall not take it for its own.
      dialog.addEventListener('keydown', (event) => {
        if (event.key === 'Escape') event.stopPropagation();
      });
      destroyRef.onDestroy(() => this.end(dialog));
      // The first thing to do comes first, not the way out.
      dialog.querySelector<HTMLElement>(THINGS_TO_DO)?.focus();
    });
  }

  /** Asked by Escape, or closed by the browser without asking; what bubbles up from within (a file that is not chosen after all) is none of it. */
  protected leave(event: Event): void {
    if (event.target === this.dialog().nativeElement) this.close();
  }

  /** Not on its scroll bar, which is the dialog too. */
  protected pressBeside({ target, button, clientX: x, clientY: y }: MouseEvent): void {
    const dialog = this.dialog().nativeElement;
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    const isBeside = target === dialog && !(x > left && x < right && y > top && y < bottom);
    if (isBeside && button === 0) this.close();
  }

  /** Closes at once, not with the next drawing: the next key already belongs to the page. */
  protected close(): void {
    if (this.isLeft) return;
    this.isLeft = true;
    this.end(this.dialog().nativeElement);
    this.closed.emit();
  }

  private end(dialog: HTMLDialogElement): void {
    dialog.close();
    this.open.closed(this);
  }
}
