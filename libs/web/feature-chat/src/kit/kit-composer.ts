import { Component, inject, Injectable, input, type OnInit } from '@angular/core';
import { limits, type ReplyTo } from '@parley/contracts';
import { Drafts, ReportsStore, RoomStore } from '@parley/web-data-access';
import { Composer } from '../composer/composer';
import { MessageActions } from '../messages/message-actions';
import { RoomJump } from '../scroll/room-jump';
import { carla } from './kit-people';
import { aRoom } from './kit-room';

/** What a composer of the kit has in it. */
export type KitWritten = 'nothing' | 'a line' | 'more than a line' | 'an answer' | 'too much';

const A_LINE = 'Shall we say Thursday?';
const WRITTEN: Record<KitWritten, string> = {
  nothing: '',
  'a line': A_LINE,
  'more than a line': `${A_LINE} I could bring the bread, if somebody brings what goes with it. `.repeat(4),
  'an answer': A_LINE,
  'too much': 'Too much. '.repeat(limits.messageCodePoints / 10 + 1),
};
const ANSWERED: ReplyTo = { seq: 8, senderId: carla.id, preview: 'With reactions, one of them one’s own.' };

/** Stands in for what is kept of drafts: one, that is there from the beginning. */
@Injectable()
class KitDraft {
  written: KitWritten = 'nothing';

  read(): string {
    return WRITTEN[this.written];
  }

  replyTo(): ReplyTo | null {
    return this.written === 'an answer' ? ANSWERED : null;
  }

  write(): void {
    // Nothing is kept.
  }
}

/** For the kit: where one writes, with something in it. */
@Component({
  selector: 'parley-kit-composer',
  imports: [Composer],
  providers: [
    KitDraft,
    { provide: Drafts, useExisting: KitDraft },
    { provide: RoomStore, useFactory: aRoom },
    ...[ReportsStore, MessageActions, RoomJump],
  ],
  template: `<parley-composer />`,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class KitComposer implements OnInit {
  readonly written = input.required<KitWritten>();
  private readonly draft = inject(KitDraft);

  ngOnInit(): void {
    this.draft.written = this.written();
  }
}

/** For the kit: where one writes, in every state. */
@Component({
  selector: 'parley-kit-composers',
  imports: [KitComposer],
  template: `
    @for (one of all; track one) {
      <parley-kit-composer [written]="one" />
    }
  `,
  styles: `
    :host {
      display: block;
      padding-block-start: var(--space-4);
    }
  `,
})
export class KitComposers {
  protected readonly all = Object.keys(WRITTEN) as KitWritten[];
}
