import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { RoomStore } from '@parley/web-data-access';
import { closeIcon, Icon, IconButton, replyIcon } from '@parley/web-ui';
import { MessageActions } from '../messages/message-actions';
import { previewText } from '../overview/preview-text';
import { RoomJump } from '../scroll/room-jump';

/** What one is about to answer, above where one writes. A press on it shows it in its place. */
@Component({
  selector: 'parley-reply-bar',
  imports: [Icon, IconButton, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (actions.replyingTo(); as source) {
        <div class="bar">
          <parley-icon [icon]="replyIcon" [size]="18" />
          <button type="button" class="source" (click)="jump.to(source.seq)">
            <span class="who">
              {{ isOwn() ? t('composer.replyToYourself') : t('composer.replyTo', { name: name() }) }}
            </span>
            <span class="said" dir="auto">{{ preview() }}</span>
          </button>
          <button
            parleyIconButton
            type="button"
            [icon]="closeIcon"
            [size]="18"
            [label]="t('composer.noReply')"
            (click)="actions.replyingTo.set(null)"
          ></button>
        </div>
      }
    </ng-container>
  `,
  styles: `
    .bar {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      padding-block: var(--space-1) var(--space-2);
      padding-inline: var(--space-3) var(--space-1);
      color: var(--ink-soft);
    }
    .source {
      flex: 1;
      display: grid;
      min-inline-size: 0;
      min-block-size: var(--target);
      align-content: center;
      padding: 0 var(--space-2);
      border: 0;
      border-inline-start: 3px solid var(--line-strong);
      background: none;
      text-align: start;
      font-size: var(--text-sm);
      line-height: 1.35;
    }
    .who {
      color: var(--ink);
      font-weight: 550;
    }
    .said,
    .who {
      justify-self: start;
      max-inline-size: 100%;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      unicode-bidi: isolate;
    }
  `,
})
export class ReplyBar {
  protected readonly actions = inject(MessageActions);
  protected readonly jump = inject(RoomJump);
  private readonly store = inject(RoomStore);
  protected readonly replyIcon = replyIcon;
  protected readonly closeIcon = closeIcon;

  protected readonly preview = computed(() => previewText(this.actions.replyingTo()?.preview ?? ''));
  private readonly senderId = computed(() => this.actions.replyingTo()?.senderId ?? '');
  protected readonly isOwn = computed(() => this.senderId() === this.store.myId());
  protected readonly name = computed(() => this.store.members().get(this.senderId())?.displayName ?? '');
}
