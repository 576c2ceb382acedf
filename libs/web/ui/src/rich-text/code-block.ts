import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { IconButton } from '../button/icon-button';
import { Toaster } from '../feedback/toaster';
import { checkIcon, copyIcon } from '../icon/icons';
import { type CodeSpan, highlight } from './highlight';

/** How long the tick stays after copying, in milliseconds. */
const TICK_MS = 2_000;

/** A block of code: its colours come when its language is known and loaded, long ones scroll within themselves, and one press copies it. */
@Component({
  selector: 'parley-code-block',
  imports: [IconButton, TranslocoDirective],
  template: `
    <figure *transloco="let t">
      <figcaption>
        <span>{{ language() ?? t('ui.code') }}</span>
        <button
          parleyIconButton
          type="button"
          [icon]="copied() ? checkIcon : copyIcon"
          [size]="16"
          [label]="copied() ? t('ui.copied') : t('ui.copyCode')"
          (click)="copy(t('ui.notCopied'))"
        ></button>
      </figcaption>
      <pre
        dir="ltr"
        tabindex="0"
        role="group"
        [attr.aria-label]="t('ui.code')"
      ><code>@for (span of spans(); track $index) {<span [class]="span.scope ?? ''">{{ span.text }}</span>}</code></pre>
    </figure>
  `,
  styleUrl: './code-block.css',
})
export class CodeBlock {
  readonly code = input.required<string>();
  readonly language = input<string | null>(null);

  private readonly toaster = inject(Toaster);
  protected readonly copyIcon = copyIcon;
  protected readonly checkIcon = checkIcon;
  protected readonly copied = signal(false);

  private readonly highlighted = resource({
    params: () => ({ code: this.code(), language: this.language() }),
    loader: async ({ params: { code, language } }) => (language === null ? null : highlight(code, language)),
  });
  protected readonly spans = computed<readonly CodeSpan[]>(() => {
    const plain = [{ text: this.code(), scope: null }];
    return this.highlighted.hasValue() ? (this.highlighted.value() ?? plain) : plain;
  });

  protected async copy(failure: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.code());
      this.copied.set(true);
      setTimeout(() => this.copied.set(false), TICK_MS);
    } catch {
      // The browser may refuse: not focused, not allowed, not a secure page.
      this.toaster.say(failure, 'danger');
    }
  }
}
