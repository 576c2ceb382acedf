import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ReplyTo } from '@parley/contracts';
import { RoomStore } from '@parley/web-data-access';
import { previewText } from '../overview/preview-text';
import { RoomJump } from '../scroll/room-jump';

/** What a message answers: who said it, and one line of it. A press goes there. */
@Component({
  selector: 'parley-message-quote',
  imports: [TranslocoDirective],
  template: `
    <button *transloco="let t" type="button" [tabindex]="isTabStop() ? 0 : -1" (click)="jump.to(source().seq)">
      <span class="hidden">{{ t('room.inReplyTo') }}</span>
      <bdi class="who">{{ isOwn() ? t('room.you') : (name() ?? t('room.formerMember')) }}</bdi>
      <span class="said" dir="auto">{{ preview() || t('room.deletedSource') }}</span>
    </button>
  `,
  styles: `
    :host {
      display: block;
      max-inline-size: 100%;
    }
    button {
      display: flex;
      align-items: baseline;
      gap: var(--space-2);
      max-inline-size: 100%;
      min-block-size: 1.75rem;
      margin-block-end: 2px;
      padding: 0 var(--space-2);
      border: 0;
      border-inline-start: 3px solid var(--line-strong);
      border-start-end-radius: var(--radius-small);
      border-end-end-radius: var(--radius-small);
      background: none;
      color: var(--ink-soft);
      font-size: var(--text-sm);
      text-align: start;
    }
    button:hover {
      background: var(--hover);
      color: var(--ink);
    }
    .who {
      flex: none;
      max-inline-size: 40%;
      overflow: hidden;
      font-weight: 550;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .said {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      unicode-bidi: isolate;
    }
    .hidden {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    @media (pointer: coarse) {
      button {
        min-block-size: var(--target);
        align-items: center;
      }
    }
  `,
})
export class MessageQuote {
  readonly source = input.required<ReplyTo>();
  /** Whether its message is the one that Tab leads to. */
  readonly isTabStop = input(false);

  protected readonly jump = inject(RoomJump);
  private readonly store = inject(RoomStore);
  protected readonly preview = computed(() => previewText(this.source().preview));
  protected readonly isOwn = computed(() => this.source().senderId === this.store.myId());
  protected readonly name = computed(() => this.store.members().get(this.source().senderId)?.displayName);
}
