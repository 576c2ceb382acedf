import { afterNextRender, Component, type ElementRef, inject, input, output, viewChild } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { NewApiKey } from '@parley/contracts';
import { Button, copyIcon, Icon, Toaster } from '@parley/web-ui';

/** A key that was just made: it is to be copied now, since nobody can show it again. */
@Component({
  selector: 'parley-new-key',
  imports: [Button, Icon, TranslocoDirective],
  template: `
    <section *transloco="let t" aria-labelledby="new-key">
      <h2 id="new-key">{{ t('keysPage.madeTitle', { name: made().name }) }}</h2>
      <p>{{ t('keysPage.made') }}</p>
      <!-- A field, so that it can be selected by keyboard too; of as many lines as it takes to see the whole key. -->
      <textarea
        #key
        rows="2"
        dir="ltr"
        readonly
        spellcheck="false"
        [value]="made().key"
        [attr.aria-label]="t('keysPage.key')"
        (focus)="key.select()"
      ></textarea>
      <div class="ways">
        <button parleyButton look="primary" type="button" (click)="copy()">
          <parley-icon [icon]="copyIcon" [size]="18" /> {{ t('keysPage.copy') }}
        </button>
        <button parleyButton type="button" (click)="done.emit()">{{ t('keysPage.kept') }}</button>
      </div>
    </section>
  `,
  styles: `
    section {
      display: grid;
      gap: var(--space-3);
      padding: var(--space-5);
      border: 1px solid var(--primary);
      border-radius: var(--radius);
      background: var(--surface);
    }
    h2 {
      font-size: var(--text-lg);
    }
    p {
      color: var(--ink-soft);
    }
    textarea {
      field-sizing: content;
      inline-size: 100%;
      min-block-size: var(--target);
      padding: var(--space-2) var(--space-3);
      border: 1px solid var(--line-strong);
      border-radius: var(--radius-small);
      background: var(--paper);
      font: 400 var(--text-sm) / 1.4 var(--mono);
      overflow-wrap: anywhere;
      resize: none;
    }
    /* The ring says it all: a line within it would be a second edge. */
    textarea:focus-visible {
      border-color: transparent;
    }
    .ways {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-3);
    }
  `,
})
export class NewKey {
  readonly made = input.required<NewApiKey>();
  readonly done = output<void>();

  private readonly toaster = inject(Toaster);
  private readonly transloco = inject(TranslocoService);
  private readonly key = viewChild<ElementRef<HTMLTextAreaElement>>('key');
  protected readonly copyIcon = copyIcon;

  constructor() {
    afterNextRender(() => this.key()?.nativeElement.focus());
  }

  protected async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.made().key);
      this.toaster.say(this.transloco.translate('ui.copied'));
    } catch {
      this.toaster.say(this.transloco.translate('ui.notCopied'), 'danger');
    }
  }
}
