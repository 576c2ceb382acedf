import { Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Avatar, closeIcon, IconButton } from '@parley/web-ui';
import { NewsDesk } from './news-desk';

/** Cards about what was just written elsewhere; a press on one leads there. */
@Component({
  selector: 'parley-news-cards',
  imports: [Avatar, IconButton, TranslocoDirective],
  template: `
    <div role="status" *transloco="let t">
      @for (card of desk.cards(); track card) {
        <div class="card">
          <button type="button" class="open" (click)="desk.open(card)">
            @if (card.sender; as sender) {
              <parley-avatar [seed]="sender.id" [name]="sender.displayName" [url]="sender.avatarUrl" [size]="40" />
            }
            <span class="words">
              <span class="who">
                <bdi>{{ card.sender?.displayName ?? t('rooms.nobody') }}</bdi>
                @if (card.group) {
                  <bdi class="group">{{ card.group }}</bdi>
                }
              </span>
              <span class="text" dir="auto">{{ card.text ?? t('news.new') }}</span>
            </span>
          </button>
          <button
            parleyIconButton
            type="button"
            [icon]="closeIcon"
            [size]="18"
            [label]="t('ui.dismiss')"
            (click)="desk.dismiss(card.roomId)"
          ></button>
        </div>
      }
    </div>
  `,
  styleUrl: './news-cards.css',
})
export class NewsCards {
  protected readonly desk = inject(NewsDesk);
  protected readonly closeIcon = closeIcon;
}
