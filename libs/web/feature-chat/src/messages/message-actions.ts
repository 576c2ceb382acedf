import { computed, inject, Injectable, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { asProblem, RoomStore } from '@parley/web-data-access';
import { problemWords, Toaster } from '@parley/web-ui';
import type { MessageRow } from './message-row';

/** What can be done with a message of the room in view. One for each room page. */
@Injectable()
export class MessageActions {
  private readonly store = inject(RoomStore);
  private readonly toaster = inject(Toaster);
  private readonly transloco = inject(TranslocoService);

  /** The message that is being edited, by its place. */
  readonly editing = signal<number | null>(null);
  /** The message that is about to be deleted, by its place. */
  readonly deleting = signal<number | null>(null);
  readonly isBusy = signal(false);
  /** The owner of a group may delete anybody's. */
  readonly mayDeleteAny = computed(() => this.store.isOwner() && this.store.item()?.kind === 'group');

  async copy({ text }: MessageRow): Promise<void> {
    await this.write(text ?? '', 'room.copied');
  }

  /** Copies the address of a message. */
  async copyLink({ seq }: MessageRow): Promise<void> {
    await this.write(`${location.origin}/rooms/${this.store.roomId()}/${seq}`, 'room.linkCopied');
  }

  edit({ seq }: MessageRow): void {
    this.editing.set(seq);
  }

  /** Edits the last message of one's own. Answers whether there is one. */
  editLast(): boolean {
    const last = this.store
      .messages()
      .findLast((message) => message.senderId === this.store.myId() && message.text !== null);
    if (last) this.editing.set(last.seq);
    return last !== undefined;
  }

  /** Saves the edited text. Answers whether it was taken. */
  async save(text: string): Promise<boolean> {
    const seq = this.editing();
    if (seq === null) return false;
    return this.run(async () => {
      await this.store.edit(seq, text);
      this.editing.set(null);
    });
  }

  askToDelete({ seq }: MessageRow): void {
    this.deleting.set(seq);
  }

  async delete(): Promise<void> {
    const seq = this.deleting();
    if (seq === null) return;
    await this.run(() => this.store.remove(seq));
    this.deleting.set(null);
  }

  private async write(text: string, said: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.toaster.say(this.transloco.translate(said));
    } catch {
      this.toaster.say(this.transloco.translate('ui.notCopied'), 'danger');
    }
  }

  private async run(command: () => Promise<void>): Promise<boolean> {
    this.isBusy.set(true);
    try {
      await command();
      return true;
    } catch (error) {
      this.toaster.say(problemWords(this.transloco, asProblem(error)), 'danger');
      return false;
    } finally {
      this.isBusy.set(false);
    }
  }
}
