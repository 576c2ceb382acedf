import { Component, computed, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { SearchHit as Hit } from '@parley/contracts';
import { MessageSearchStore, roomName, SessionStore } from '@parley/web-data-access';
import { Avatar, CutName, NAME_PLACE, Time } from '@parley/web-ui';
import { excerptPieces } from './excerpt-pieces';

/** A message that was found: who wrote it, where and when, and the part of it that fits. Leads to it in its room. */
@Component({
  selector: 'parley-search-hit',
  imports: [Avatar, CutName, RouterLink, RouterLinkActive, Time, TranslocoDirective],
  template: `
    <a
      *transloco="let t"
      [routerLink]="['/rooms', hit().roomId, hit().seq]"
      routerLinkActive="here"
      [ariaCurrentWhenActive]="true"
    >
      <parley-avatar
        [seed]="hit().senderId"
        [name]="sender()?.displayName ?? ''"
        [url]="sender()?.avatarUrl ?? null"
        [size]="32"
      />
      <span class="text">
        <span class="line">
          <bdi class="name">{{ isOwn() ? t('room.you') : (sender()?.displayName ?? t('room.formerMember')) }}</bdi>
          <parley-time [at]="hit().createdAt" />
        </span>
        @if (place(); as place) {
          <parley-cut-name
            class="place"
            [sentence]="t(isDirect() ? 'search.to' : 'search.in', { name: namePlace })"
            [name]="place"
          />
        }
        <span class="excerpt" dir="auto">
          <!-- Set as a property, so that no space of the template comes between the pieces. -->
          @for (piece of pieces(); track $index) {
            @if (piece.isMatch) {
              <mark [textContent]="piece.text"></mark>
            } @else {
              <span [textContent]="piece.text"></span>
            }
          }
        </span>
      </span>
    </a>
  `,
  styleUrls: ['../overview/row.css', './search-hit.css'],
})
export class SearchHit {
  readonly hit = input.required<Hit>();
  protected readonly namePlace = NAME_PLACE;

  private readonly search = inject(MessageSearchStore);
  private readonly myId = inject(SessionStore).userId;
  private readonly room = computed(() => this.search.rooms().get(this.hit().roomId) ?? null);
  protected readonly isDirect = computed(() => this.room()?.kind === 'direct');
  protected readonly isOwn = computed(() => this.hit().senderId === this.myId());
  /** Undefined where they are not in the room any more. */
  protected readonly sender = computed(
    () => this.room()?.members.find(({ user }) => user.id === this.hit().senderId)?.user,
  );
  /** What its room is called; nothing where that goes without saying: between two people, of the other's messages, or in the one room that is searched. */
  protected readonly place = computed(() => {
    const room = this.room();
    const isPlain = this.isDirect() && !this.isOwn();
    return isPlain || this.search.asked().roomId !== null ? '' : roomName(room, this.myId());
  });
  protected readonly pieces = computed(() => excerptPieces(this.hit().excerpt, this.hit().matches));
}
