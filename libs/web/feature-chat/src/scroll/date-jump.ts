import { Component, computed, inject, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { RoomStore } from '@parley/web-data-access';
import { Button, ButtonRow, dayKey, Dialog, Field, Formats, Input } from '@parley/web-ui';
import { RoomJump } from './room-jump';

/** Asks for a day and goes to the first message of it, or after it. */
@Component({
  selector: 'parley-date-jump',
  imports: [Button, ButtonRow, Dialog, Field, Input, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <parley-dialog [title]="t('room.goToDate')" (closed)="closed.emit()">
        <form (submit)="$event.preventDefault(); go(day.element.value)">
          <!-- The browser writes the day in its own language, and another way than the app does: beneath it stands which one it is. -->
          <parley-field
            [label]="t('room.date')"
            [hint]="inWords() ? t('room.dateHintOf', { day: inWords() }) : t('room.dateHint')"
          >
            <input
              #day="parleyInput"
              parleyInput
              type="date"
              required
              [min]="first()"
              [max]="today"
              [value]="today"
              (input)="chosen.set(day.element.value)"
            />
          </parley-field>
          <parley-button-row>
            <button parleyButton type="button" (click)="closed.emit()">{{ t('ui.cancel') }}</button>
            <button parleyButton type="submit" look="primary" [busy]="jump.isSearching()">{{ t('room.go') }}</button>
          </parley-button-row>
        </form>
      </parley-dialog>
    </ng-container>
  `,
  styles: `
    parley-button-row {
      margin-block-start: var(--space-6);
    }
  `,
})
export class DateJump {
  readonly closed = output<void>();
  protected readonly jump = inject(RoomJump);
  private readonly store = inject(RoomStore);
  private readonly formats = inject(Formats);
  protected readonly today = dayKey(Date.now());
  /** The day in the field; empty while it is none. */
  protected readonly chosen = signal(this.today);
  protected readonly inWords = computed(() => {
    const moment = momentOf(this.chosen());
    return moment === null ? '' : this.formats.fullDay(moment);
  });
  protected readonly first = computed(() => dayKey(Date.parse(this.store.item()?.createdAt ?? '') || 0));

  /** @param day as `2026-11-22`, where the reader is */
  protected async go(day: string): Promise<void> {
    const moment = momentOf(day);
    if (moment !== null && (await this.jump.toMoment(moment))) this.closed.emit();
  }
}

/** When a day began where the reader is; null where it is none. */
function momentOf(day: string): number | null {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  return new Date(year, month - 1, date).getTime();
}
