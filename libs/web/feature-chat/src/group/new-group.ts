import { Component, computed, inject, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type ParleyError, TitleSchema, type UserSummary } from '@parley/contracts';
import { asProblem, OverviewStore } from '@parley/web-data-access';
import { Button, Dialog, Field, Input, ProblemNotice } from '@parley/web-ui';
import { PeoplePicker } from './people-picker';

/** Making a group: what it is called, and who is in it. */
@Component({
  selector: 'parley-new-group',
  imports: [Button, Dialog, Field, Input, PeoplePicker, ProblemNotice, TranslocoDirective],
  template: `
    <parley-dialog *transloco="let t" [title]="t('group.new')" (closed)="closed.emit()">
      <form novalidate (submit)="make($event)">
        <parley-field [label]="t('group.title')" [error]="wasTried() && !isTitled() ? t('group.titleMissing') : null">
          <input
            #name
            parleyInput
            type="text"
            autocomplete="off"
            [placeholder]="t('group.titleExample')"
            [value]="title()"
            (input)="title.set(name.element.value)"
          />
        </parley-field>
        <parley-people-picker [(picked)]="people" />
        <parley-problem [problem]="problem()" />
        <button parleyButton look="primary" type="submit" [busy]="busy()">{{ t('group.make') }}</button>
      </form>
    </parley-dialog>
  `,
  styleUrl: './group-form.css',
})
export class NewGroup {
  /** The id of the room that was made. */
  readonly made = output<string>();
  readonly closed = output<void>();

  private readonly overview = inject(OverviewStore);
  protected readonly title = signal('');
  protected readonly people = signal<readonly UserSummary[]>([]);
  protected readonly isTitled = computed(() => TitleSchema.safeParse(this.title()).success);
  protected readonly wasTried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ParleyError | null>(null);

  protected async make(event: Event): Promise<void> {
    event.preventDefault();
    this.wasTried.set(true);
    if (this.busy() || !this.isTitled()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const memberIds = this.people().map(({ id }) => id);
      this.made.emit(await this.overview.createGroup(this.title(), memberIds));
    } catch (error) {
      this.problem.set(asProblem(error));
    } finally {
      this.busy.set(false);
    }
  }
}
