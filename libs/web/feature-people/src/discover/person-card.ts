import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PublicProfile, Skill } from '@parley/contracts';
import type { Exchange } from '@parley/web-data-access';
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

  protected readonly isMatch = computed(
    () => this.exchange().theyTeachYou.length > 0 || this.exchange().youTeachThem.length > 0,
  );
  /** What stands on the card: the exchange where there is one, else what they teach and learn at all. */
  protected readonly teaches = computed(() =>
    shorten(this.isMatch() ? this.exchange().theyTeachYou : this.person().teaches),
  );
  protected readonly learns = computed(() =>
    shorten(this.isMatch() ? this.exchange().youTeachThem : this.person().learns),
  );
}

function shorten(items: readonly { skill: Skill }[]): { shown: readonly { skill: Skill }[]; more: number } {
  const shown = items.length > CHIPS_MAX ? items.slice(0, CHIPS_MAX - 1) : items;
  return { shown, more: items.length - shown.length };
}
