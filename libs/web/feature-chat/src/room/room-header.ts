import { Component, computed, inject, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { presenceOf, ProfileStore, RoomStore } from '@parley/web-data-access';
import { Avatar, backIcon, dateIcon, Formats, IconButton, Presence, Skeleton } from '@parley/web-ui';
import { GroupAvatar } from '../group/group-avatar';
import { RoomMenu } from './room-menu';

/** The head of a room: the way back on a phone, whose room it is, and what the two have for each other. */
@Component({
  selector: 'parley-room-header',
  imports: [Avatar, GroupAvatar, IconButton, Presence, RoomMenu, RouterLink, Skeleton, TranslocoDirective],
  templateUrl: './room-header.html',
  styleUrl: './room-header.css',
})
export class RoomHeader {
  protected readonly store = inject(RoomStore);
  protected readonly formats = inject(Formats);
  private readonly profile = inject(ProfileStore);
  /** Somebody wants to go to a day. */
  readonly dateAsked = output<void>();
  protected readonly backIcon = backIcon;
  protected readonly dateIcon = dateIcon;

  /** Where the name leads: to the other one, or to the group's people. */
  protected readonly target = computed(() => {
    const other = this.store.other();
    return other ? ['with', other.id] : ['details'];
  });
  protected readonly presence = presenceOf(() => this.store.other()?.id ?? null);
  /** The exchange in names; null where there is none, or in a group. */
  protected readonly exchange = computed(() => {
    const exchange = this.profile.exchange();
    if (this.store.other() === null || exchange === null) return null;
    const [teach, learn] = [this.named(exchange.theyTeachYou), this.named(exchange.youTeachThem)];
    return teach || learn ? { teach, learn } : null;
  });

  /** Skills in words, and in the few that there is room for on a phone; null where there are none. */
  private named(skills: readonly { skill: { name: string } }[]): { whole: string; brief: string } | null {
    const names = skills.map(({ skill }) => skill.name);
    const [first] = names;
    if (first === undefined) return null;
    const more = names.length === 1 ? '' : ` +${this.formats.number(names.length - 1)}`;
    return { whole: this.formats.list(names), brief: first + more };
  }
}
