import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { RoomStore } from '@parley/web-data-access';
import { Formats } from '@parley/web-ui';

/** Names of those who type; of more, only that several do. */
const NAMES_MAX = 3;

/** Who is writing just now. Its place is always there, so that nothing moves when somebody begins. */
@Component({
  selector: 'parley-typing-line',
  imports: [TranslocoDirective],
  template: `
    <p *transloco="let t">
      @if (typing(); as typing) {
        <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>
        {{ typing.names ? t('room.typing.' + typing.plural, { names: typing.names }) : t('room.typing.several') }}
      }
    </p>
  `,
  styles: `
    p {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      block-size: 1.5rem;
      max-inline-size: var(--column);
      margin-inline: auto;
      padding-inline: clamp(1.25rem, 4vw, 2.75rem);
      /* Further from the line that one writes in than from what was written. */
      padding-block-end: var(--space-1);
      overflow: hidden;
      color: var(--ink-soft);
      font-size: var(--text-xs);
      white-space: nowrap;
    }
    .dots {
      display: inline-flex;
      gap: 3px;
    }
    i {
      inline-size: 5px;
      block-size: 5px;
      border-radius: 50%;
      background: currentColor;
      animation: breathe 1.2s ease-in-out infinite alternate;
    }
    i:nth-child(2) {
      animation-delay: 0.2s;
    }
    i:nth-child(3) {
      animation-delay: 0.4s;
    }
    @keyframes breathe {
      from {
        opacity: 0.25;
      }
    }
  `,
})
export class TypingLine {
  private readonly store = inject(RoomStore);
  private readonly formats = inject(Formats);

  protected readonly typing = computed(() => {
    const members = this.store.members();
    const names = this.store.typing().flatMap((id) => members.get(id)?.displayName ?? []);
    if (names.length === 0) return null;
    return {
      names: names.length > NAMES_MAX ? null : this.formats.list(names),
      plural: names.length === 1 ? 'one' : 'other',
    };
  });
}
