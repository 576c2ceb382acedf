import { Component, input } from '@angular/core';

/** A skill in the colour of its direction: marigold where its owner teaches it, teal where they learn it. */
@Component({
  selector: 'parley-skill-chip',
  template: `
    <span class="name">{{ name() }}</span>
    @if (detail(); as detail) {
      <span class="detail">{{ detail }}</span>
    }
    <ng-content />
  `,
  host: { '[class]': 'direction()' },
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.4em;
      max-inline-size: 100%;
      min-block-size: 1.75rem;
      padding: 0.125rem 0.7rem;
      border-radius: var(--radius-full);
      border: 1px solid var(--chip-line);
      background: var(--chip-soft);
      color: var(--chip-ink);
      font-size: var(--text-sm);
      line-height: 1.3;
    }
    :host(.teach) {
      --chip-soft: var(--teach-soft);
      --chip-line: var(--teach-line);
      --chip-ink: var(--teach-ink);
    }
    :host(.learn) {
      --chip-soft: var(--learn-soft);
      --chip-line: var(--learn-line);
      --chip-ink: var(--learn-ink);
    }
    .name {
      font-weight: 550;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .detail {
      flex: none;
      padding-inline-start: 0.4em;
      border-inline-start: 1px solid var(--chip-line);
    }
  `,
})
export class SkillChip {
  readonly name = input.required<string>();
  readonly direction = input.required<'teach' | 'learn'>();
  /** A word more, such as the level. */
  readonly detail = input<string | null>(null);
}
