import { Component, DOCUMENT, inject, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Dialog } from '@parley/web-ui';

/** All that the keyboard can do here. */
@Component({
  selector: 'parley-shortcuts-help',
  imports: [Dialog, TranslocoDirective],
  template: `
    <parley-dialog *transloco="let t" [title]="t('keys.title')" (closed)="closed.emit()">
      <dl>
        @for (row of rows; track row.words) {
          <div>
            <dt>{{ t(row.words) }}</dt>
            <dd dir="ltr">
              @for (key of row.keys; track key) {
                <kbd>{{ key }}</kbd>
              }
            </dd>
          </div>
        }
      </dl>
    </parley-dialog>
  `,
  styles: `
    div {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-4);
      min-block-size: 2.5rem;
      padding-block: var(--space-2);
      border-block-end: 1px solid var(--line);
    }
    div:last-child {
      border: 0;
    }
    dd {
      display: flex;
      flex: none;
      gap: var(--space-1);
    }
    kbd {
      padding: 0.125rem var(--space-2);
      border: 1px solid var(--line-strong);
      border-radius: var(--radius-small);
      background: var(--surface);
      font: 500 var(--text-xs) / 1.5 var(--sans);
    }
  `,
})
export class ShortcutsHelp {
  readonly closed = output<void>();

  private readonly isMac = /mac|iphone|ipad/i.test(inject(DOCUMENT).defaultView?.navigator.userAgent ?? '');
  private readonly command = this.isMac ? '⌘' : 'Ctrl';
  private readonly alt = this.isMac ? '⌥' : 'Alt';
  private readonly shift = this.isMac ? '⇧' : 'Shift';
  protected readonly rows = [
    { words: 'keys.switcher', keys: [this.command, 'K'] },
    { words: 'keys.next', keys: [this.alt, '↑ ↓'] },
    { words: 'keys.nextUnread', keys: [this.alt, this.shift, '↑ ↓'] },
    { words: 'keys.send', keys: ['Enter'] },
    { words: 'keys.line', keys: [this.shift, 'Enter'] },
    { words: 'keys.editLast', keys: ['↑'] },
    { words: 'keys.markRead', keys: ['Esc'] },
    { words: 'keys.help', keys: ['?'] },
  ];
}
