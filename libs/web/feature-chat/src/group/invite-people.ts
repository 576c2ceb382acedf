import { Component, computed, inject, Injector, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ParleyError, UserSummary } from '@parley/contracts';
import { asProblem, GroupStore, RoomStore } from '@parley/web-data-access';
import { Button, ButtonRow, Dialog, ProblemNotice } from '@parley/web-ui';
import { focusInvalid } from './focus-invalid';
import { PeoplePicker } from './people-picker';

/** Bringing more people into a group. They will see its whole history, and it says so. */
@Component({
  selector: 'parley-invite-people',
  imports: [Button, ButtonRow, Dialog, PeoplePicker, ProblemNotice, TranslocoDirective],
  template: `
    <parley-dialog *transloco="let t" [title]="t('group.invite')" (closed)="closed.emit()">
      <form novalidate (submit)="invite($event)">
        <p>{{ t('group.inviteText') }}</p>
        <parley-people-picker
          [without]="members()"
          [error]="wasTried() && people().length === 0 ? t('group.peopleMissing') : null"
          [(picked)]="people"
        />
        <parley-problem [problem]="problem()" />
        <parley-button-row>
          <button parleyButton type="button" (click)="closed.emit()">{{ t('ui.cancel') }}</button>
          <button parleyButton look="primary" type="submit" [busy]="busy()">{{ t('group.invite') }}</button>
        </parley-button-row>
      </form>
    </parley-dialog>
  `,
  styleUrl: './group-form.css',
})
export class InvitePeople {
  readonly closed = output<void>();

  private readonly store = inject(RoomStore);
  private readonly group = inject(GroupStore);
  private readonly injector = inject(Injector);
  protected readonly members = computed(() => new Set(this.store.members().keys()));
  protected readonly people = signal<readonly UserSummary[]>([]);
  protected readonly wasTried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ParleyError | null>(null);

  protected async invite(event: Event): Promise<void> {
    event.preventDefault();
    this.wasTried.set(true);
    if (this.people().length === 0) return focusInvalid(event, this.injector);
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.group.invite(
        this.store.roomId(),
        this.people().map(({ id }) => id),
      );
      this.closed.emit();
    } catch (error) {
      this.problem.set(asProblem(error));
    } finally {
      this.busy.set(false);
    }
  }
}
