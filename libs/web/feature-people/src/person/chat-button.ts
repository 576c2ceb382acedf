import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { asProblem, OverviewStore } from '@parley/web-data-access';
import { Button, type ButtonLook, problemWords, Toaster } from '@parley/web-ui';

/**
 * Opens the direct room with somebody, made where there is none, and goes there. Of a room that there is already, in the archive too, it says so; where there
 * are rooms that are not known here, it promises neither.
 */
@Component({
  selector: 'parley-chat-button',
  imports: [Button, TranslocoDirective],
  template: `
    <button
      *transloco="let t"
      parleyButton
      type="button"
      [look]="look()"
      [busy]="busy()"
      [attr.aria-label]="t('people.chatWith.' + way(), { name: name() })"
      (click)="open()"
    >
      {{ t('people.chat.' + way()) }}
    </button>
  `,
})
export class ChatButton {
  readonly userId = input.required<string>();
  readonly name = input.required<string>();
  readonly look = input<ButtonLook>('soft');

  private readonly overview = inject(OverviewStore);
  private readonly router = inject(Router);
  private readonly toaster = inject(Toaster);
  private readonly transloco = inject(TranslocoService);
  protected readonly busy = signal(false);
  /** The room with them, where it is known here; of somebody's oldest rooms it may not be. */
  protected readonly room = computed(() => this.overview.directRooms().get(this.userId()) ?? null);

  protected readonly way = computed(() => this.overview.chatWith(this.userId()));

  constructor() {
    effect(() => {
      const isMissing = this.overview.overview().loaded && this.room() === null;
      // It may lie in the archive, which nobody has looked into yet.
      if (isMissing) untracked(() => void this.overview.knowArchived());
    });
  }

  protected async open(): Promise<void> {
    this.busy.set(true);
    try {
      const roomId = this.room() ?? (await this.overview.openDirect(this.userId()));
      await this.router.navigate(['/rooms', roomId]);
    } catch (error) {
      this.toaster.say(problemWords(this.transloco, asProblem(error)), 'danger');
    } finally {
      this.busy.set(false);
    }
  }
}
