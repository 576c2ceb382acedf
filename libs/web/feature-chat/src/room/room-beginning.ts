import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { ProfileStore, RoomStore } from '@parley/web-data-access';
import { Formats, Gauge } from '@parley/web-ui';

/** What stands above the first message: when it began, and what the two could begin with; or that there was more, which is not kept. */
@Component({
  selector: 'parley-room-beginning',
  imports: [Gauge, TranslocoDirective],
  template: `
    <div class="beginning" *transloco="let t">
      @if (store.isShortened()) {
        <h2>{{ t('room.notKept') }}</h2>
      } @else {
        @if (match(); as match) {
          <parley-gauge
            [size]="84"
            [teach]="match.teachShare"
            [learn]="match.learnShare"
            [label]="t('people.gauge', { teach: match.theyTeachYou.length, learn: match.youTeachThem.length })"
          />
        }
        <h2>{{ t(store.other() ? 'room.beginningDirect' : 'room.beginningGroup', { name: store.name() }) }}</h2>
      }
      @if (isEmpty() && !store.isShortened()) {
        <p>{{ hint(t) }}</p>
      } @else if (store.item(); as item) {
        <!-- A request that nobody has accepted is nothing together yet. -->
        <p>{{ t(item.request ? 'room.asked' : 'room.since', { date: formats.day(date(item.createdAt), 0) }) }}</p>
      }
    </div>
  `,
  styles: `
    .beginning {
      display: grid;
      justify-items: center;
      gap: var(--space-3);
      margin-block: auto;
      padding: var(--space-10) var(--space-4) var(--space-6);
      text-align: center;
    }
    h2 {
      max-inline-size: 100%;
      font-size: var(--text-xl);
      overflow-wrap: anywhere;
    }
    p {
      max-inline-size: 42ch;
      color: var(--ink-soft);
      text-wrap: pretty;
    }
  `,
})
export class RoomBeginning {
  protected readonly store = inject(RoomStore);
  protected readonly formats = inject(Formats);
  private readonly profile = inject(ProfileStore);

  protected readonly isEmpty = computed(() => this.store.messages().length === 0 && this.store.pending().length === 0);
  protected readonly match = computed(() => {
    const exchange = this.store.other() ? this.profile.exchange() : null;
    return exchange && (exchange.theyTeachYou.length > 0 || exchange.youTeachThem.length > 0) ? exchange : null;
  });
  protected readonly date = (at: string): number => Date.parse(at);

  /** A first sentence to write, from what the two have for each other. */
  protected hint(t: (key: string, params?: Record<string, unknown>) => string): string {
    const match = this.match();
    const [teach, learn] = [match?.theyTeachYou[0]?.skill.name, match?.youTeachThem[0]?.skill.name];
    if (teach && learn) return t('room.hintBoth', { teach, learn });
    if (teach) return t('room.hintTeach', { teach });
    if (learn) return t('room.hintLearn', { learn });
    return t('room.hint');
  }
}
