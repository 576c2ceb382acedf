import { Component, computed, inject, Injector, linkedSignal, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type ParleyError, TitleSchema } from '@parley/contracts';
import { asProblem, GroupStore, RoomStore } from '@parley/web-data-access';
import { Button, ButtonRow, Dialog, Field, Input, ProblemNotice } from '@parley/web-ui';
import { focusInvalid } from './focus-invalid';

/** Another name for a group. */
@Component({
  selector: 'parley-rename-group',
  imports: [Button, ButtonRow, Dialog, Field, Input, ProblemNotice, TranslocoDirective],
  template: `
    <parley-dialog *transloco="let t" [title]="t('group.rename')" (closed)="closed.emit()">
      <form novalidate (submit)="rename($event)">
        <parley-field [label]="t('group.title')" [error]="wasTried() && !isTitled() ? t('group.titleMissing') : null">
          <input #name parleyInput type="text" [value]="title()" (input)="title.set(name.element.value)" />
        </parley-field>
        <parley-problem [problem]="problem()" />
        <parley-button-row>
          <button parleyButton type="button" (click)="closed.emit()">{{ t('ui.cancel') }}</button>
          <button parleyButton look="primary" type="submit" [busy]="busy()">{{ t('group.saveTitle') }}</button>
        </parley-button-row>
      </form>
    </parley-dialog>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--space-4);
    }
  `,
})
export class RenameGroup {
  readonly closed = output<void>();

  private readonly store = inject(RoomStore);
  private readonly group = inject(GroupStore);
  private readonly injector = inject(Injector);
  protected readonly title = linkedSignal(() => this.store.item()?.title ?? '');
  protected readonly isTitled = computed(() => TitleSchema.safeParse(this.title()).success);
  protected readonly wasTried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ParleyError | null>(null);

  protected async rename(event: Event): Promise<void> {
    event.preventDefault();
    this.wasTried.set(true);
    if (!this.isTitled()) return focusInvalid(event, this.injector);
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.group.rename(this.store.roomId(), this.title());
      this.closed.emit();
    } catch (error) {
      this.problem.set(asProblem(error));
    } finally {
      this.busy.set(false);
    }
  }
}
