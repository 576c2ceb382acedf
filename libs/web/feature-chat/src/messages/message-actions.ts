import { computed, inject, Injectable, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { previewOf, type ReplyTo } from '@parley/contracts';
import { asProblem, ReportsStore, RoomStore } from '@parley/web-data-access';
import { problemWords, Toaster } from '@parley/web-ui';
import type { MessageRow } from './message-row';

/** What can be done with a message of the room in view. One for each room page. */
@Injectable()
export class MessageActions {
  private readonly store = inject(RoomStore);
  private readonly reports = inject(ReportsStore);
  private readonly toaster = inject(Toaster);
  private readonly transloco = inject(TranslocoService);

  /** The message that is being edited, by its place. */
  readonly editing = signal<number | null>(null);
  /** The message that is about to be deleted, by its place. */
  readonly deleting = signal<number | null>(null);
  /** The message that is about to be answered. */
  readonly replyingTo = signal<ReplyTo | null>(null);
  /** The message that an emoji is being chosen for, and its element. */
  readonly picking = signal<{ readonly seq: number; readonly origin: HTMLElement } | null>(null);
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

  reply({ seq, senderId, text }: MessageRow): void {
    if (seq !== null) this.replyingTo.set({ seq, senderId, preview: previewOf(text) });
  }

  /** Puts a reaction, or takes it back. */
  async react(seq: number | null, emoji: string, on: boolean): Promise<void> {
    if (seq === null) return;
    await this.tell(() => this.store.react(seq, emoji, on));
  }

  /** Tells of a message; its sender is not told. */
  report({ seq, senderId }: MessageRow): void {
    if (seq !== null) this.reports.begin({ userId: senderId, roomId: this.store.roomId(), seq });
  }

  /** Lets one choose among all emoji for a reaction. */
  pickFor({ seq }: MessageRow, origin: HTMLElement): void {
    if (seq !== null) this.picking.set({ seq, origin });
  }

  /** An emoji was chosen; or none was. */
  async picked(emoji: string | null): Promise<void> {
    const picking = this.picking();
    this.picking.set(null);
    picking?.origin.focus({ preventScroll: true });
    if (picking && emoji !== null) await this.react(picking.seq, emoji, true);
  }

  /** Forgets what was begun, for another room. */
  forget(): void {
    this.editing.set(null);
    this.deleting.set(null);
    this.replyingTo.set(null);
    this.picking.set(null);
    this.reports.cancel();
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
    const isDone = await this.tell(command);
    this.isBusy.set(false);
    return isDone;
  }

  /** Does it; says why where it cannot be done. Answers whether it was. */
  private async tell(command: () => Promise<void>): Promise<boolean> {
    try {
      await command();
      return true;
    } catch (error) {
      this.toaster.say(problemWords(this.transloco, asProblem(error)), 'danger');
      return false;
    }
  }
}
