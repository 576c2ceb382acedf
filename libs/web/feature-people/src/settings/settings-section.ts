import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { backIcon, IconButton } from '@parley/web-ui';

/** One page of the settings: its name, a line about it, and the way back to the list on a phone. */
@Component({
  selector: 'parley-settings-section',
  imports: [IconButton, RouterLink, TranslocoDirective],
  template: `
    <div class="page" *transloco="let t">
      <header>
        <a parleyIconButton class="back" routerLink="/settings" [icon]="backIcon" [label]="t('ui.back')"></a>
        <h1>{{ title() }}</h1>
      </header>
      @if (lead()) {
        <p>{{ lead() }}</p>
      }
      <ng-content />
    </div>
  `,
  styles: `
    :host {
      display: block;
      block-size: 100%;
      overflow: auto;
    }
    .page {
      display: grid;
      gap: var(--space-5);
      max-inline-size: 52rem;
      margin-inline: auto;
      padding: var(--space-5) clamp(1rem, 3vw, 2.5rem) var(--space-16);
    }
    header {
      display: flex;
      align-items: center;
      gap: var(--space-1);
    }
    h1 {
      font-size: var(--text-2xl);
    }
    p {
      color: var(--ink-soft);
      max-inline-size: 60ch;
    }
    .back {
      display: none;
      margin-inline-start: -0.625rem;
    }
    /* As the lists have it. */
    @media (max-width: 767.98px) {
      .page {
        padding-block-start: 0;
        padding-inline: var(--space-5);
      }
      header {
        min-block-size: var(--head);
        padding-block: var(--space-3) var(--space-2);
        margin-block-end: calc(-1 * var(--space-3));
      }
      h1 {
        min-inline-size: 0;
        font-size: var(--text-head);
        overflow-wrap: anywhere;
      }
      .back {
        display: inline-grid;
      }
    }
  `,
})
export class SettingsSection {
  protected readonly backIcon = backIcon;
  readonly title = input.required<string>();
  readonly lead = input<string | null>(null);
}
