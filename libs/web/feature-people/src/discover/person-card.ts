import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PublicProfile, Skill } from '@parley/contracts';
import type { Exchange, PeopleQuery } from '@parley/web-data-access';
import { Avatar, Gauge, SkillChip } from '@parley/web-ui';
import { ChatButton } from '../person/chat-button';

/** Chips of one kind on a card; of more, the rest is a number. */
const CHIPS_MAX = 4;

/** A person as one finds them: who they are, what the two could teach each other, and a way to start. */
@Component({
  selector: 'parley-person-card',
  imports: [Avatar, ChatButton, Gauge, RouterLink, SkillChip, TranslocoDirective],
  templateUrl: './person-card.html',
  styleUrl: './person-card.css',
})
export class PersonCard {
  readonly person = input.required<PublicProfile>();
  readonly exchange = input.required<Exchange>();
  /** What was looked for: it stands first, and not among those that are only counted. */
  readonly asked = input<Pick<PeopleQuery, 'teaches' | 'learns'>>({ teaches: '', learns: '' });

  protected readonly isMatch = computed(
    () => this.exchange().theyTeachYou.length > 0 || this.exchange().youTeachThem.length > 0,
  );
  /** What stands on the card: the exchange where there is one, else what they teach and learn at all. */
  protected readonly teaches = computed(() =>
    shorten(this.isMatch() ? this.exchange().theyTeachYou : this.person().teaches, this.asked().teaches),
  );
  protected readonly learns = computed(() =>
    shorten(this.isMatch() ? this.exchange().youTeachThem : this.person().learns, this.asked().learns),
  );
}

function shorten(
  items: readonly { skill: Skill }[],
  asked: string,
): { shown: readonly { skill: Skill }[]; more: number } {
  const isAsked = ({ skill }: { skill: Skill }): boolean =>
    asked !== '' && skill.name.toLowerCase().includes(asked.toLowerCase());
  const all = [...items.filter(isAsked), ...items.filter((item) => !isAsked(item))];
  const shown = all.length > CHIPS_MAX ? all.slice(0, CHIPS_MAX - 1) : all;
  return { shown, more: items.length - shown.length };
}
