import { Component, inject, Injectable, input, type OnInit, signal } from '@angular/core';
import { type Exchange, ProfileStore, RoomStore } from '@parley/web-data-access';
import { RoomHeader } from '../room/room-header';
import { ben, membersOf, me } from './kit-people';
import { aRoom, KIT_ROOM } from './kit-room';
import { talkRoom } from './kit-talk';

/** Whose head it is. */
export type KitHead = 'of a group' | 'of a long name' | 'of two' | 'of two with an exchange' | 'on its way';

type Skills = Pick<Exchange, 'theyTeachYou' | 'youTeachThem'>;
const skill = (name: string): Skills['theyTeachYou'][number] => ({ skill: { id: name, name }, level: 'advanced' });

/** Stands in for the profile of the other one. */
@Injectable()
class KitProfile {
  readonly exchange = signal<Skills | null>(null);
}

/** For the kit: the head of one room. */
@Component({
  selector: 'parley-kit-header',
  imports: [RoomHeader],
  providers: [
    KitProfile,
    { provide: ProfileStore, useExisting: KitProfile },
    { provide: KIT_ROOM, useFactory: aRoom },
    { provide: RoomStore, useExisting: KIT_ROOM },
  ],
  template: `<parley-room-header />`,
})
export class KitHeader implements OnInit {
  readonly head = input.required<KitHead>();
  private readonly room = inject(KIT_ROOM);
  private readonly profile = inject(KitProfile);

  ngOnInit(): void {
    const head = this.head();
    if (head === 'on its way') this.room.item.set(null);
    if (head === 'of a long name')
      this.room.name.set('Everybody who bakes on Sundays, and whoever eats what they bake');
    if (!head.startsWith('of two')) return;
    this.room.item.set({ ...talkRoom, kind: 'direct', title: null, members: membersOf([me, 13], [ben, 11]) });
    this.room.name.set(ben.displayName);
    this.room.other.set({ ...ben, headline: 'Bakes on Sundays' });
    if (head === 'of two with an exchange')
      this.profile.exchange.set({ theyTeachYou: [skill('Accordion')], youTeachThem: [skill('Pottery')] });
  }
}

/** For the kit: heads of rooms. */
@Component({
  selector: 'parley-kit-headers',
  imports: [KitHeader],
  template: `
    @for (head of heads; track head) {
      <parley-kit-header [head]="head" />
    }
  `,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class KitHeaders {
  protected readonly heads: readonly KitHead[] = [
    ...(['of two with an exchange', 'of two', 'of a group'] as const),
    ...(['of a long name', 'on its way'] as const),
  ];
}
