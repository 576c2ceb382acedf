import { Component, computed, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { limits, type OverviewItem } from '@parley/contracts';
import { Drafts, otherMember, presenceOf, roomName } from '@parley/web-data-access';
import { Avatar, Formats, Icon, LongPress, muteIcon, pinIcon, Presence, Time } from '@parley/web-ui';
import { RoomMenu } from '../room/room-menu';
import { previewText } from './preview-text';
import { GroupAvatar } from '../group/group-avatar';

/** One room of the overview: whose it is, what was said last and when, and how much of it is unread. */
@Component({
  selector: 'parley-room-row',
  imports: [
    Avatar,
    GroupAvatar,
    Icon,
    LongPress,
    Presence,
    RoomMenu,
    RouterLink,
    RouterLinkActive,
    Time,
    TranslocoDirective,
  ],
  templateUrl: './room-row.html',
  styleUrls: ['./row.css', './room-row.css'],
})
export class RoomRow {
  readonly item = input.required<OverviewItem>();
  readonly myId = input.required<string>();

  private readonly drafts = inject(Drafts);
  private readonly formats = inject(Formats);
  protected readonly muteIcon = muteIcon;
  protected readonly pinIcon = pinIcon;
  protected readonly other = computed(() => otherMember(this.item(), this.myId()));
  protected readonly presence = presenceOf(() => this.other()?.id ?? null);
  protected readonly name = computed(() => roomName(this.item(), this.myId()));
  protected readonly at = computed(() => this.item().lastMessage?.createdAt ?? this.item().createdAt);
  protected readonly isOwn = computed(() => this.item().lastMessage?.senderId === this.myId());
  /** Who said the last thing, in a group where it was another. */
  protected readonly sender = computed(() => {
    const { kind, lastMessage, members } = this.item();
    if (kind === 'direct' || !lastMessage || this.isOwn()) return null;
    return members.find(({ user }) => user.id === lastMessage.senderId)?.user.displayName ?? null;
  });
  protected readonly preview = computed(() => previewText(this.item().lastMessage?.preview ?? ''));
  /** What one has begun to write here. */
  protected readonly draft = computed(() => previewText(this.drafts.shown(this.myId(), this.item().id).slice(0, 200)));
  protected readonly unread = computed(() => {
    const count = this.item().unreadCount;
    if (count === 0) return null;
    return count >= limits.unreadExact ? `${this.formats.number(limits.unreadExact)}+` : this.formats.number(count);
  });
}
