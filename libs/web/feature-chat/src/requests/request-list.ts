import { Component, type ElementRef, inject, input, output, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { OverviewItem } from '@parley/contracts';
import { otherMember } from '@parley/web-data-access';
import { Avatar, backIcon, EmptyState, IconButton, PaneHeader, Time } from '@parley/web-ui';
import { previewText } from '../overview/preview-text';
import { RequestChoices, type Answer } from './request-choices';

/** First contacts that wait for an answer: who they are, what they wrote, and what one can say. */
@Component({
  selector: 'parley-request-list',
  imports: [Avatar, EmptyState, IconButton, PaneHeader, RequestChoices, RouterLink, Time, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <parley-pane-header [title]="t('requests.title')">
        <button
          back
          parleyIconButton
          type="button"
          [icon]="backIcon"
          [label]="t('rooms.backToAll')"
          (click)="closed.emit()"
        ></button>
      </parley-pane-header>
      <div class="list" tabindex="-1" #list>
        @if (items().length > 0) {
          <p>{{ t('requests.lead') }}</p>
        } @else {
          <parley-empty-state class="aside" [title]="t('requests.noneTitle')">{{
            t('requests.none')
          }}</parley-empty-state>
        }
        <ul role="list" [attr.aria-label]="t('requests.title')">
          @for (item of items(); track item.id) {
            <li>
              @if (otherOf(item); as other) {
                <a [routerLink]="['/rooms', item.id]">
                  <parley-avatar [seed]="other.id" [name]="other.displayName" [url]="other.avatarUrl" [size]="44" />
                  <span class="text">
                    <span class="line">
                      <bdi class="name">{{ other.displayName }}</bdi>
                      <parley-time [at]="item.lastMessage?.createdAt ?? item.createdAt" />
                    </span>
                    @if (other.headline) {
                      <span class="headline" dir="auto">{{ other.headline }}</span>
                    }
                    @if (preview(item); as words) {
                      <span class="preview" dir="auto">{{ words }}</span>
                    }
                  </span>
                </a>
              }
              <parley-request-choices [item]="item" [done]="done" />
            </li>
          }
        </ul>
      </div>
    </ng-container>
  `,
  styleUrls: ['../overview/row.css', './request-list.css'],
})
export class RequestList {
  readonly items = input.required<readonly OverviewItem[]>();
  readonly myId = input.required<string>();
  readonly closed = output<void>();

  private readonly router = inject(Router);
  private readonly list = viewChild<ElementRef<HTMLElement>>('list');
  protected readonly backIcon = backIcon;
  protected readonly otherOf = (item: OverviewItem): ReturnType<typeof otherMember> => otherMember(item, this.myId());
  protected readonly preview = (item: OverviewItem): string => previewText(item.lastMessage?.preview ?? '');

  protected readonly done = async (item: OverviewItem, answer: Answer): Promise<void> => {
    // The buttons go with the request: whoever goes by keyboard stays where they were.
    this.list()?.nativeElement.focus();
    if (answer !== 'accepted') return;
    this.closed.emit();
    await this.router.navigate(['/rooms', item.id]);
  };
}
