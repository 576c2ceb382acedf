import { inject, Injectable, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { asProblem, RoomStore } from '@parley/web-data-access';
import { problemWords, Toaster } from '@parley/web-ui';

/** Where somebody wants to go in the room in view: to a message by its link, to the source of a reply, to a day. One for each room page. */
@Injectable()
export class RoomJump {
  private readonly store = inject(RoomStore);
  private readonly toaster = inject(Toaster);
  private readonly transloco = inject(TranslocoService);

  private readonly place = signal<{ readonly seq: number } | null>(null);
  /** The message to go to, until the list has gone there. */
  readonly wanted = this.place.asReadonly();
  readonly isSearching = signal(false);

  to(seq: number): void {
    this.place.set({ seq });
  }

  clear(): void {
    this.place.set(null);
  }

  /** Goes to the first message at or after a moment, in milliseconds of the epoch; to the last where all are older. Answers whether it could. */
  async toMoment(since: number): Promise<boolean> {
    this.isSearching.set(true);
    try {
      const seq = await this.store.seqSince(since);
      const last = this.store.lastSeq();
      if (last > 0) this.to(Math.min(seq, last));
      return true;
    } catch (error) {
      this.toaster.say(problemWords(this.transloco, asProblem(error)), 'danger');
      return false;
    } finally {
      this.isSearching.set(false);
    }
  }

  /** Makes sure that a message is loaded. Answers whether it is there; where it is not, that is said. */
  async load(seq: number): Promise<boolean> {
    try {
      await this.store.loadAround(seq);
      if (this.store.messages().some((message) => message.seq === seq)) return true;
      this.toaster.say(this.transloco.translate('room.noMessage'));
    } catch (error) {
      this.toaster.say(problemWords(this.transloco, asProblem(error)), 'danger');
    }
    return false;
  }
}
