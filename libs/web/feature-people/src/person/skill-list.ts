import { Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { LearntSkill, TaughtSkill } from '@parley/contracts';
import { SkillChip } from '@parley/web-ui';

/** All skills of one direction, each with its level and what its owner says of it. */
@Component({
  selector: 'parley-skill-list',
  imports: [SkillChip, TranslocoDirective],
  template: `
    <ul role="list" *transloco="let t">
      @for (item of skills(); track item.skill.id) {
        <li>
          <parley-skill-chip
            [direction]="direction()"
            [name]="item.skill.name"
            [detail]="item.level && t('level.' + item.level)"
          />
          @if (item.note; as note) {
            <p>
              <bdi>{{ note }}</bdi>
            </p>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
    }
    li:has(p) {
      flex: 1 0 100%;
    }
    /* Nearer to what it tells of than to what comes next. */
    li:has(p):not(:last-child) {
      margin-block-end: var(--space-2);
    }
    p {
      margin-block-start: 2px;
      padding-inline-start: 0.7rem;
      color: var(--ink-soft);
      font-size: var(--text-sm);
    }
  `,
})
export class SkillList {
  readonly skills = input.required<readonly (TaughtSkill | LearntSkill)[]>();
  readonly direction = input.required<'teach' | 'learn'>();
}
