import { Component, computed, effect, inject, Injector, output, signal, untracked } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type ParleyError, TitleSchema, type UserSummary } from '@parley/contracts';
import { asProblem, OverviewStore } from '@parley/web-data-access';
import { Button, ButtonRow, Dialog, Field, Input, ProblemNotice } from '@parley/web-ui';
import { focusInvalid } from './focus-invalid';
import { PeoplePicker } from './people-picker';

/** Beginning to write to somebody: to one person in the room that one has with them, to several in a group, which then has a name. */
@Component({
  selector: 'parley-new-conversation',
  imports: [Button, ButtonRow, Dialog, Field, Input, PeoplePicker, ProblemNotice, TranslocoDirective],
  template: `
    <parley-dialog *transloco="let t" [title]="t('rooms.new')" (closed)="closed.emit()">
      <form novalidate (submit)="begin($event)">
        <parley-people-picker
          [hint]="t('group.howMany')"
          [error]="wasTried() && people().length === 0 ? t('group.peopleMissing') : null"
          [(picked)]="people"
        />
        @if (isGroup()) {
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
        }
        <parley-problem [problem]="problem()" />
        <parley-button-row>
          <button parleyButton type="button" (click)="closed.emit()">{{ t('ui.cancel') }}</button>
          <button parleyButton look="primary" type="submit" [busy]="busy()">
            {{ isGroup() ? t('group.make') : t('people.chat.' + way()) }}
          </button>
        </parley-button-row>
      </form>
    </parley-dialog>
  `,
  styleUrl: './group-form.css',
})
export class NewConversation {
  /** The id of the room that was made, or that there was already. */
  readonly made = output<string>();
  readonly closed = output<void>();

  private readonly overview = inject(OverviewStore);
  private readonly injector = inject(Injector);
  protected readonly title = signal('');
  protected readonly people = signal<readonly UserSummary[]>([]);
  protected readonly isGroup = computed(() => this.people().length > 1);
  /** Whether there is a chat with the one person already. */
  protected readonly way = computed(() => {
    const [first] = this.people();
    return first ? this.overview.chatWith(first.id) : 'start';
  });
  protected readonly isTitled = computed(() => TitleSchema.safeParse(this.title()).success);
  protected readonly wasTried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ParleyError | null>(null);

  constructor() {
    effect(() => {
      // It may lie in the archive, which nobody has looked into yet.
      if (this.people().length === 1 && this.way() !== 'open') untracked(() => void this.overview.knowArchived());
    });
  }

  protected async begin(event: Event): Promise<void> {
    event.preventDefault();
    const [first, ...others] = this.people().map(({ id }) => id);
    // What is missing of a group is told once it has been asked for, not as soon as a second person is chosen.
    this.wasTried.set(true);
    if (first === undefined || (this.isGroup() && !this.isTitled())) return focusInvalid(event, this.injector);
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const { overview } = this;
      this.made.emit(
        await (others.length > 0 ? overview.createGroup(this.title(), [first, ...others]) : overview.openDirect(first)),
      );
    } catch (error) {
      this.problem.set(asProblem(error));
    } finally {
      this.busy.set(false);
    }
  }
}
