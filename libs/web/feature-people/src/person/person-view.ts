import { CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { limits } from '@parley/contracts';
import { asProblem, presenceOf, ProfileStore, ReportsStore, RoomStore } from '@parley/web-data-access';
import {
  blockIcon,
  Button,
  Clock,
  clockIcon,
  Confirm,
  EmptyState,
  Formats,
  Gauge,
  Icon,
  IconButton,
  languagesIcon,
  Menu,
  MenuItem,
  moreIcon,
  Notice,
  placeIcon,
  Presence,
  ProblemNotice,
  problemWords,
  ReportDialog,
  reportIcon,
  type ReportWords,
  Toaster,
} from '@parley/web-ui';
import { ChatButton } from './chat-button';
import { PersonHead } from './person-head';
import { PersonSkeleton } from './person-skeleton';
import { SkillList } from './skill-list';

/** A person in whole: who they are, what the two have for each other, all they teach and learn. Its place provides the store and says whom to show. */
@Component({
  selector: 'parley-person-view',
  imports: [
    Button,
    CdkMenuTrigger,
    ChatButton,
    Confirm,
    EmptyState,
    Gauge,
    Icon,
    IconButton,
    Menu,
    MenuItem,
    Notice,
    PersonHead,
    PersonSkeleton,
    Presence,
    ProblemNotice,
    ReportDialog,
    RouterLink,
    SkillList,
    TranslocoDirective,
  ],
  providers: [ReportsStore],
  templateUrl: './person-view.html',
  styleUrl: './person-view.css',
})
export class PersonView {
  protected readonly store = inject(ProfileStore);
  protected readonly reports = inject(ReportsStore);
  protected readonly formats = inject(Formats);
  private readonly clock = inject(Clock);
  /** The room beside which this stands, where it does. */
  private readonly room = inject(RoomStore, { optional: true });
  private readonly toaster = inject(Toaster);
  private readonly transloco = inject(TranslocoService);

  protected readonly icons = { moreIcon, blockIcon, reportIcon, placeIcon, clockIcon, languagesIcon };
  protected readonly noteMax = limits.reportNoteCodePoints;
  protected readonly asksToBlock = signal(false);
  protected readonly busy = signal(false);

  /** Whether they are there; of oneself one knows. */
  protected readonly presence = presenceOf(() => {
    const userId = this.store.isMe() ? '' : (this.store.profile()?.id ?? '');
    return userId === '' ? null : userId;
  });
  /** Whether one is in a chat with them already. */
  protected readonly isInChat = computed(() => this.room?.other()?.id === this.store.userId());
  /** What time it is where they are; null where that is not known, and for oneself, who has a clock. */
  protected readonly theirTime = computed(() => {
    const timeZone = this.store.profile()?.timezone;
    if (!timeZone || this.store.isMe()) return null;
    return new Intl.DateTimeFormat(this.formats.locale(), { timeStyle: 'short', timeZone }).format(this.clock.now());
  });
  protected readonly languages = computed(() =>
    this.formats.list((this.store.profile()?.languages ?? []).map((tag) => this.formats.languageName(tag))),
  );
  protected readonly isMatch = computed(() => {
    const exchange = this.store.exchange();
    return exchange !== null && (exchange.theyTeachYou.length > 0 || exchange.youTeachThem.length > 0);
  });
  /** The skills of the exchange in words: "Spanish and guitar". */
  protected readonly inWords = computed(() => {
    const exchange = this.store.exchange();
    const names = (skills: readonly { skill: { name: string } }[]): string =>
      this.formats.list(skills.map(({ skill }) => skill.name));
    return { theyTeach: names(exchange?.theyTeachYou ?? []), youTeach: names(exchange?.youTeachThem ?? []) };
  });

  protected async block(): Promise<void> {
    await this.run(() => this.store.block());
    this.asksToBlock.set(false);
  }

  protected async report({ reason, note }: ReportWords): Promise<void> {
    if (await this.reports.send(reason, note)) this.toaster.say(this.transloco.translate('report.done'));
  }

  protected unblock(): Promise<void> {
    return this.run(() => this.store.unblock());
  }

  private async run(command: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    try {
      await command();
    } catch (error) {
      this.toaster.say(problemWords(this.transloco, asProblem(error)), 'danger');
    } finally {
      this.busy.set(false);
    }
  }
}
