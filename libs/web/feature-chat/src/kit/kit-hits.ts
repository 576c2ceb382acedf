import { Component, signal } from '@angular/core';
import type { SearchHit as Hit } from '@parley/contracts';
import { MessageSearchStore, SessionStore } from '@parley/web-data-access';
import { SearchHit } from '../search/search-hit';
import { ago, ben, carla, former, idOf, me, membersOf } from './kit-people';
import { talkRoom } from './kit-talk';

const direct = {
  ...talkRoom,
  id: idOf(501),
  kind: 'direct' as const,
  title: null,
  members: membersOf([me, 3], [ben, 3]),
};
const long = { ...talkRoom, id: idOf(502), title: 'Thursday table for Spanish and for everything else there is' };

function hit(roomId: string, seq: number, senderId: string, excerpt: string, word: string): Hit {
  const start = excerpt.indexOf(word);
  return { roomId, seq, senderId, createdAt: ago(seq * 90), excerpt, matches: [[start, word.length]] };
}

/** Stands in for the search: the rooms in which something was found. */
const found = () => ({
  rooms: signal(new Map([talkRoom, direct, long].map((room) => [room.id, room]))),
  asked: signal({ text: 'clay', roomId: null }),
});

/** For the kit: messages that were found, of others and one's own, in rooms of every kind. */
@Component({
  selector: 'parley-kit-hits',
  imports: [SearchHit],
  providers: [
    { provide: MessageSearchStore, useFactory: found },
    { provide: SessionStore, useValue: { userId: signal(me.id) } },
  ],
  template: `
    @for (hit of hits; track hit.seq) {
      <parley-search-hit [hit]="hit" />
    }
  `,
  styles: `
    :host {
      display: block;
      padding-block: var(--space-2);
    }
  `,
})
export class KitHits {
  protected readonly hits: readonly Hit[] = [
    hit(direct.id, 1, ben.id, 'Any clay, and a quiet evening.', 'clay'),
    hit(direct.id, 2, me.id, 'Which clay do you begin with?', 'clay'),
    hit(talkRoom.id, 3, carla.id, 'Then clay it is. '.repeat(14), 'clay'),
    hit(long.id, 4, former.id, 'Clay, once more', 'Clay'),
    hit(long.id, 5, ben.id, 'חימר ולא clay', 'clay'),
  ];
}
