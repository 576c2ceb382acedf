import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Presence as TheirPresence } from '@parley/contracts';
import { Clock } from '../time/clock';
import { Formats } from '../time/formats';

/**
 * Whether somebody is there: a dot and words, or in little space the dot alone, with the words for those who do not see it. A ring is somebody who is
 * away, so that the colour is not all that tells. Whoever does not want it told shows as nothing at all.
 */
@Component({
  selector: 'parley-presence',
  imports: [TranslocoDirective],
  host: { '[class.words]': "look() === 'words'" },
  template: `
    @if (shown(); as shown) {
      <ng-container *transloco="let t">
        @if (shown !== 'lastSeen') {
          <i [class]="shown" aria-hidden="true"></i>
        }
        <span [class.visually-hidden]="look() === 'dot'">{{ t('presence.' + shown, { ago: ago() }) }}</span>
      </ng-container>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      align-items: center;
      gap: 0.45em;
      white-space: nowrap;
    }
    i {
      flex: none;
      inline-size: 0.6rem;
      block-size: 0.6rem;
      border: 2px solid var(--here);
      border-radius: 50%;
    }
    /* Beside words, as large as the dots of the exchange. */
    :host(.words) i {
      inline-size: 0.5rem;
      block-size: 0.5rem;
    }
    .online {
      background: var(--here);
    }
    .visually-hidden {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  `,
})
export class Presence {
  readonly presence = input.required<Pick<TheirPresence, 'status' | 'lastSeenAt'> | null>();
  readonly look = input<'words' | 'dot'>('words');

  private readonly formats = inject(Formats);
  private readonly clock = inject(Clock);

  /** The name of the words; null where there is nothing to say, or nothing that a dot could say. */
  protected readonly shown = computed(() => {
    const presence = this.presence();
    if (!presence) return null;
    if (presence.status !== 'offline') return presence.status;
    return presence.lastSeenAt !== null && this.look() === 'words' ? 'lastSeen' : null;
  });
  protected readonly ago = computed(() => {
    const lastSeenAt = this.presence()?.lastSeenAt;
    return lastSeenAt ? this.formats.ago(Date.parse(lastSeenAt), this.clock.now()) : '';
  });
}
