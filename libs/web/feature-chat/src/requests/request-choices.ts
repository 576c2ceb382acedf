import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { OverviewItem } from '@parley/contracts';
import { asProblem, BlocksStore, otherMember, OverviewStore, SessionStore } from '@parley/web-data-access';
import { Button, Confirm, problemWords, Toaster } from '@parley/web-ui';

/** What one can say to a first contact: accept, decline, or block whoever asked. Who asked is not told of a refusal. */
@Component({
  selector: 'parley-request-choices',
  imports: [Button, Confirm, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <button
        parleyButton
        look="primary"
        type="button"
        [busy]="doing() === 'accepted'"
        [attr.aria-label]="t('requests.acceptFrom', { name: name() })"
        (click)="answer('accepted')"
      >
        {{ t('requests.accept') }}
      </button>
      @if (!item().archived) {
        <button
          parleyButton
          type="button"
          [busy]="doing() === 'declined'"
          [attr.aria-label]="t('requests.declineFrom', { name: name() })"
          (click)="answer('declined')"
        >
          {{ t('requests.decline') }}
        </button>
      }
      <button
        class="block"
        parleyButton
        look="plain"
        type="button"
        [attr.aria-label]="t('requests.blockWho', { name: name() })"
        (click)="asksToBlock.set(true)"
      >
        {{ t('person.block') }}
      </button>
      @if (asksToBlock()) {
        <parley-confirm
          [title]="t('person.blockTitle', { name: name() })"
          [action]="t('person.block')"
          [busy]="doing() === 'blocked'"
          (confirmed)="answer('blocked')"
          (declined)="asksToBlock.set(false)"
        >
          {{ t('person.blockText') }}
        </parley-confirm>
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
    }
    button.block {
      color: var(--danger-ink);
    }
  `,
})
export class RequestChoices {
  readonly item = input.required<OverviewItem>();
  /** Called once the server has it. No output: the request may be gone from view by then, and this with it, and what is destroyed tells nobody anything. */
  readonly done = input.required<(item: OverviewItem, answer: Answer) => Promise<void>>();

  private readonly overview = inject(OverviewStore);
  private readonly blocks = inject(BlocksStore);
  private readonly session = inject(SessionStore);
  private readonly toaster = inject(Toaster);
  private readonly transloco = inject(TranslocoService);
  private readonly other = computed(() => otherMember(this.item(), this.session.userId()));
  protected readonly name = computed(() => this.other()?.displayName ?? '');
  protected readonly asksToBlock = signal(false);
  protected readonly doing = signal<Answer | null>(null);

  protected async answer(answer: Answer): Promise<void> {
    if (this.doing()) return;
    this.doing.set(answer);
    const [item, other, done] = [this.item(), this.other(), this.done()];
    try {
      if (answer === 'blocked') {
        // A block says it all: across it nobody can answer or write. The room goes from view, as a refused one does.
        if (other) await this.blocks.block(other);
        if (!item.archived) await this.overview.setMine(item.id, { archived: true });
      } else await this.overview.answerRequest(item.id, answer === 'accepted');
      await done(item, answer);
    } catch (error) {
      this.toaster.say(problemWords(this.transloco, asProblem(error)), 'danger');
    } finally {
      this.doing.set(null);
      this.asksToBlock.set(false);
    }
  }
}

export type Answer = 'accepted' | 'declined' | 'blocked';
