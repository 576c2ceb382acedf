import { Component, computed, inject, input } from '@angular/core';
import { Clock } from './clock';
import { Formats } from './formats';

/** A moment, told as briefly as its distance allows and kept true as time goes by. The whole of it shows on hovering. */
@Component({
  selector: 'parley-time',
  // By the direction of its own words: "7 min ago" would begin with "min" where all round it runs from right to left.
  template: `<time dir="auto" [attr.datetime]="at()" [attr.title]="whole()">{{ words() }}</time>`,
  styles: `
    :host {
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
  `,
})
export class Time {
  /** RFC 3339. */
  readonly at = input.required<string>();
  /** `brief` for lists, `clock` for the time of day alone, `day` for the day alone. */
  readonly look = input<'brief' | 'clock' | 'ago' | 'day'>('brief');

  private readonly formats = inject(Formats);
  private readonly clock = inject(Clock);
  private readonly moment = computed(() => Date.parse(this.at()));
  protected readonly whole = computed(() => this.formats.moment(this.moment()));
  protected readonly words = computed(() => {
    switch (this.look()) {
      case 'clock':
        return this.formats.time(this.moment());
      case 'day':
        return this.formats.day(this.moment(), this.clock.now());
      case 'ago':
        return this.formats.ago(this.moment(), this.clock.now());
      case 'brief':
        return this.formats.brief(this.moment(), this.clock.now());
    }
  });
}
