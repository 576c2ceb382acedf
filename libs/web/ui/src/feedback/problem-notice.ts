import { booleanAttribute, Component, computed, inject, input, output } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Button } from '../button/button';
import { Notice } from './notice';
import { problemWords, type ProblemShape } from './problem-words';

/** What went wrong, in words, and where it may help: trying again. */
@Component({
  selector: 'parley-problem',
  imports: [Button, Notice, TranslocoDirective],
  template: `
    @if (words(); as words) {
      <parley-notice tone="danger" *transloco="let t">
        {{ words }}
        @if (canRetry()) {
          <button parleyButton look="quiet" type="button" action (click)="retried.emit()">
            {{ t('ui.tryAgain') }}
          </button>
        }
      </parley-notice>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    :host(:empty) {
      display: none;
    }
    button {
      border-color: currentColor;
      color: inherit;
    }
  `,
})
export class ProblemNotice {
  readonly problem = input.required<ProblemShape | null>();
  /** Words that fit the place better than the general ones, by error code. */
  readonly instead = input<Partial<Record<string, string>>>({});
  readonly canRetry = input(false, { transform: booleanAttribute });
  readonly retried = output<void>();

  private readonly transloco = inject(TranslocoService);
  private readonly language = toSignal(this.transloco.langChanges$);
  protected readonly words = computed(() => {
    this.language();
    const problem = this.problem();
    return problem && (this.instead()[problem.code] ?? problemWords(this.transloco, problem));
  });
}
