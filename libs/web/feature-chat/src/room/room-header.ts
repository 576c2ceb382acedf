import { Component, computed, inject, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { presenceOf, ProfileStore, RoomStore } from '@parley/web-data-access';
import {
  Avatar,
  backIcon,
  dateIcon,
  type FittingWord,
  FittingWords,
  Formats,
  IconButton,
  Presence,
  Skeleton,
} from '@parley/web-ui';
import { GroupAvatar } from '../group/group-avatar';
import { RoomMenu } from './room-menu';

/** The head of a room: the way back on a phone, whose room it is, and what the two have for each other. */
@Component({
  selector: 'parley-room-header',
  imports: [
    Avatar,
    FittingWords,
    GroupAvatar,
    IconButton,
    Presence,
    RoomMenu,
    RouterLink,
    Skeleton,
    TranslocoDirective,
  ],
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
    const names = (skills: readonly { skill: { name: string } }[]): string[] => skills.map(({ skill }) => skill.name);
    const [teach, learn] = [names(exchange.theyTeachYou), names(exchange.youTeachThem)];
    if (teach.length + learn.length === 0) return null;
    return { teach: this.formats.list(teach), learn: this.formats.list(learn), brief: inTurns(teach, learn) };
  });
}

/** For little space: one of each direction first, then the others. */
function inTurns(teach: readonly string[], learn: readonly string[]): readonly FittingWord[] {
  return Array.from({ length: Math.max(teach.length, learn.length) }).flatMap((_, index) => [
    ...teach.slice(index, index + 1).map((text): FittingWord => ({ text, tone: 'teach' })),
    ...learn.slice(index, index + 1).map((text): FittingWord => ({ text, tone: 'learn' })),
  ]);
}
