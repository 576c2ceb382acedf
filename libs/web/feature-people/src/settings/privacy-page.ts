import { Component, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ParleyError, Privacy } from '@parley/contracts';
import { asProblem, OwnProfileStore } from '@parley/web-data-access';
import { ProblemNotice, Switch } from '@parley/web-ui';
import { SettingsSection } from './settings-section';

/** What others see of what one does. A switch is moved once the server has it: of privacy nothing is promised too early. */
@Component({
  selector: 'parley-privacy-page',
  imports: [ProblemNotice, SettingsSection, Switch, TranslocoDirective],
  template: `
    <parley-settings-section *transloco="let t" [title]="t('privacy.title')" [lead]="t('privacy.lead')">
      <parley-problem [problem]="problem()" />
      @if (own.profile(); as profile) {
        <div class="switches">
          @for (row of rows; track row.key) {
            <parley-switch
              [label]="t('privacy.' + row.words)"
              [hint]="t('privacy.' + row.words + 'Hint')"
              [checked]="shown(profile.privacy, row.key)"
              [disabled]="asked() !== null"
              (changed)="set(row.key, $event)"
            />
          }
        </div>
      }
    </parley-settings-section>
  `,
  styles: `
    parley-switch {
      display: block;
      border-block-end: 1px solid var(--line);
    }
  `,
})
export class PrivacyPage {
  protected readonly own = inject(OwnProfileStore);
  protected readonly problem = signal<ParleyError | null>(null);
  /** What is on its way to the server. */
  protected readonly asked = signal<Partial<Privacy> | null>(null);
  protected readonly rows = [
    { key: 'showPresence', words: 'presence' },
    { key: 'sendReadReceipts', words: 'receipts' },
    { key: 'sendTyping', words: 'typing' },
  ] as const satisfies readonly { key: keyof Privacy; words: string }[];

  protected shown(saved: Privacy, key: keyof Privacy): boolean {
    return this.asked()?.[key] ?? saved[key];
  }

  protected async set(key: keyof Privacy, on: boolean): Promise<void> {
    const asked = { [key]: on };
    this.asked.set(asked);
    this.problem.set(null);
    try {
      await this.own.update({ privacy: asked });
    } catch (error) {
      this.problem.set(asProblem(error));
    } finally {
      this.asked.set(null);
    }
  }
}
