import { Component, computed, inject, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { RoomStore } from '@parley/web-data-access';
import { Button, ButtonRow, dayKey, Dialog, Field, Input } from '@parley/web-ui';
import { RoomJump } from './room-jump';

/** Asks for a day and goes to the first message of it, or after it. */
@Component({
  selector: 'parley-date-jump',
  imports: [Button, ButtonRow, Dialog, Field, Input, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <parley-dialog [title]="t('room.goToDate')" (closed)="closed.emit()">
        <form (submit)="$event.preventDefault(); go(day.element.value)">
          <parley-field [label]="t('room.date')" [hint]="t('room.dateHint')">
            <input #day="parleyInput" parleyInput type="date" required [min]="first()" [max]="today" [value]="today" />
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
  protected readonly today = dayKey(Date.now());
  protected readonly first = computed(() => dayKey(Date.parse(this.store.item()?.createdAt ?? '') || 0));

  /** @param day as `2026-11-22`, where the reader is */
  protected async go(day: string): Promise<void> {
    const [year, month, date] = day.split('-').map(Number);
    if (year === undefined || month === undefined || date === undefined) return;
    if (await this.jump.toMoment(new Date(year, month - 1, date).getTime())) this.closed.emit();
  }
}
