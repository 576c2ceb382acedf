import { Component } from '@angular/core';
import {
  Avatar,
  FittingWords,
  type FittingWord,
  Gauge,
  Icon,
  Mark,
  pinIcon,
  Presence,
  SkillChip,
  Time,
} from '@parley/web-ui';
import { KitSample } from './kit-sample';

const HOUR_MS = 3_600_000;

/** Who people are, and what they have for each other. */
@Component({
  selector: 'parley-kit-people',
  imports: [Avatar, FittingWords, Gauge, Icon, KitSample, Mark, Presence, SkillChip, Time],
  template: `
    <section>
      <h2>People and times</h2>
      <div class="samples">
        <parley-kit-sample name="Avatar: by name, in three sizes, of no letters, with a picture">
          <parley-avatar seed="a" name="Ana Marques" [size]="28" />
          <parley-avatar seed="b" name="Ben Okafor" />
          <parley-avatar seed="c" name="山田 太郎" [size]="64" />
          <parley-avatar seed="d" name="🎺" />
          <parley-avatar seed="e" name="Eve Lund" url="/favicon.svg" />
        </parley-kit-sample>
        <parley-kit-sample name="Presence: online, away, last seen">
          <parley-presence [presence]="{ status: 'online', lastSeenAt: null }" />
          <parley-presence [presence]="{ status: 'away', lastSeenAt: null }" />
          <parley-presence [presence]="{ status: 'offline', lastSeenAt: earlier }" />
        </parley-kit-sample>
        <parley-kit-sample name="Presence: a dot alone; of who hides it, nothing">
          <parley-presence look="dot" [presence]="{ status: 'online', lastSeenAt: null }" />
          <parley-presence look="dot" [presence]="{ status: 'away', lastSeenAt: null }" />
          <parley-presence look="dot" [presence]="null" />
        </parley-kit-sample>
        <parley-kit-sample name="Skill chip: both directions, with a level, too long">
          <parley-skill-chip direction="teach" name="Spanish" />
          <parley-skill-chip direction="learn" name="Pottery" detail="Beginner" />
          <parley-skill-chip class="narrow" direction="teach" name="Conversational Hungarian for travellers" />
        </parley-kit-sample>
        <parley-kit-sample name="Gauge: nothing, a part, all">
          <parley-gauge label="Nothing for each other" [teach]="0" [learn]="0" />
          <parley-gauge label="A part of it" [teach]="0.3" [learn]="0.7" />
          <parley-gauge label="All of it" [teach]="1" [learn]="1" [size]="76" />
        </parley-kit-sample>
        <parley-kit-sample name="Mark, icon">
          <parley-mark />
          <parley-mark [size]="64" />
          <parley-icon [icon]="pinIcon" />
          <parley-icon [icon]="pinIcon" [size]="32" />
        </parley-kit-sample>
        <parley-kit-sample name="Time: brief, on the clock, the day, ago; long past">
          <parley-time [at]="earlier" />
          <parley-time look="clock" [at]="earlier" />
          <parley-time look="day" [at]="earlier" />
          <parley-time look="ago" [at]="earlier" />
          <parley-time at="2020-02-29T12:00:00.000Z" />
        </parley-kit-sample>
        <parley-kit-sample name="Fitting words: all, some, one">
          <parley-fitting-words [words]="skills" />
          <parley-fitting-words class="narrow" [words]="skills" />
          <parley-fitting-words class="narrow" [words]="long" />
        </parley-kit-sample>
      </div>
    </section>
  `,
  styleUrl: './kit-section.css',
})
export class KitPeople {
  protected readonly pinIcon = pinIcon;
  protected readonly earlier = new Date(Date.now() - 2 * HOUR_MS).toISOString();
  protected readonly skills: readonly FittingWord[] = [
    { text: 'Spanish', tone: 'teach' },
    { text: 'TypeScript', tone: 'learn' },
    { text: 'Pottery', tone: 'teach' },
  ];
  protected readonly long: readonly FittingWord[] = [
    { text: 'Conversational Hungarian for travellers', tone: 'learn' },
    { text: 'Chess' },
  ];
}
