import { Component, inject, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { asProblem, BlocksStore } from '@parley/web-data-access';
import { Avatar, Button, EmptyState, ProblemNotice, problemWords, Skeleton, Toaster } from '@parley/web-ui';
import { SettingsSection } from './settings-section';

/** Whom one has blocked, and a way to lift it: their profiles cannot be opened. */
@Component({
  selector: 'parley-blocked-page',
  imports: [Avatar, Button, EmptyState, ProblemNotice, SettingsSection, Skeleton, TranslocoDirective],
  template: `
    <parley-settings-section *transloco="let t" [title]="t('blocked.title')" [lead]="t('blocked.lead')">
      <parley-problem [problem]="blocks.problem()" canRetry (retried)="blocks.retry()" />
      @if (blocks.loading() && !blocks.loaded()) {
        <parley-skeleton height="3rem" />
      }
      <ul role="list">
        @for (block of blocks.items(); track block.user.id) {
          <li>
            <parley-avatar [seed]="block.user.id" [name]="block.user.displayName" [url]="block.user.avatarUrl" />
            <span class="name"
              ><bdi>{{ block.user.displayName }}</bdi></span
            >
            <button parleyButton type="button" [busy]="lifting() === block.user.id" (click)="lift(block.user.id)">
              {{ t('person.unblock') }}
            </button>
          </li>
        }
      </ul>
      @if (blocks.loaded() && blocks.items().length === 0) {
        <parley-empty-state [title]="t('blocked.noneTitle')">{{ t('blocked.none') }}</parley-empty-state>
      }
      @if (blocks.hasMore()) {
        <button parleyButton type="button" [busy]="blocks.loading()" (click)="blocks.loadMore()">
          {{ t('people.showMore') }}
        </button>
      }
    </parley-settings-section>
  `,
  styles: `
    li {
      display: flex;
      align-items: center;
      gap: var(--space-3);
      padding-block: var(--space-3);
      border-block-end: 1px solid var(--line);
    }
    .name {
      flex: 1;
      font: 600 var(--text-base) / 1.4 var(--serif);
    }
  `,
})
export class BlockedPage {
  protected readonly blocks = inject(BlocksStore);
  private readonly toaster = inject(Toaster);
  private readonly transloco = inject(TranslocoService);
  protected readonly lifting = signal<string | null>(null);

  protected async lift(userId: string): Promise<void> {
    this.lifting.set(userId);
    try {
      await this.blocks.unblock(userId);
    } catch (error) {
      this.toaster.say(problemWords(this.transloco, asProblem(error)), 'danger');
    } finally {
      this.lifting.set(null);
    }
  }
}
