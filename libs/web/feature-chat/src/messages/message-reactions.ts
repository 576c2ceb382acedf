import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { RoomStore } from '@parley/web-data-access';
import { Formats } from '@parley/web-ui';
import { MessageActions } from './message-actions';
import type { MessageRow } from './message-row';

/** Names that a reaction tells; of more, how many. */
const NAMES_MAX = 12;

/** The reactions to a message: each emoji with how many and, on hovering or to the ear, who. A press puts one's own, or takes it back. */
@Component({
  selector: 'parley-message-reactions',
  imports: [TranslocoDirective],
  template: `
    <div *transloco="let t" role="group" [attr.aria-label]="t('room.reactions')">
      @for (reaction of row().reactions; track reaction.emoji) {
        @let mine = isMine(reaction.userIds);
        @let count = formats.number(reaction.userIds.length);
        @let who = t('room.reactedBy', { emoji: reaction.emoji, count, names: names(reaction.userIds, t) });
        <button
          type="button"
          [class.mine]="mine"
          [tabindex]="isTabStop() ? 0 : -1"
          [attr.aria-pressed]="mine"
          [attr.aria-label]="who"
          [title]="who"
          (click)="actions.react(row().seq, reaction.emoji, !mine)"
        >
          <span class="emoji">{{ reaction.emoji }}</span>
          <span>{{ count }}</span>
        </button>
      }
    </div>
  `,
  styles: `
    div {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1);
      margin-block-start: var(--space-1);
    }
    button {
      display: inline-flex;
      align-items: center;
      gap: 0.375rem;
      min-block-size: 1.75rem;
      padding: 0 0.5rem;
      border: 1px solid var(--line);
      border-radius: var(--radius-full);
      background: var(--surface);
      color: var(--ink-soft);
      font-size: var(--text-xs);
      font-weight: 550;
      font-variant-numeric: tabular-nums;
    }
    button:hover {
      border-color: var(--line-strong);
    }
    .mine {
      border-color: var(--primary);
      background: var(--primary-soft);
      color: var(--ink);
    }
    .emoji {
      font-size: 1rem;
      line-height: 1;
    }
    @media (pointer: coarse) {
      button {
        min-block-size: 2.25rem;
        padding: 0 0.625rem;
      }
    }
  `,
})
export class MessageReactions {
  readonly row = input.required<MessageRow>();
  /** Whether its message is the one that Tab leads to. */
  readonly isTabStop = input(false);

  protected readonly actions = inject(MessageActions);
  protected readonly formats = inject(Formats);
  private readonly store = inject(RoomStore);
  private readonly myId = computed(() => this.store.myId());

  protected isMine(userIds: readonly string[]): boolean {
    return userIds.includes(this.myId());
  }

  protected names(userIds: readonly string[], t: (key: string, params?: Record<string, unknown>) => string): string {
    const members = this.store.members();
    const named = userIds
      .slice(0, NAMES_MAX)
      .map((id) => (id === this.myId() ? t('room.you') : (members.get(id)?.displayName ?? t('room.formerMember'))));
    const more = userIds.length - named.length;
    return this.formats.list(
      more > 0 ? [...named, t('room.moreReacted', { count: this.formats.number(more) })] : named,
    );
  }
}
