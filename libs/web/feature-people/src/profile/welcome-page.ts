import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { safeReturn, SessionStore } from '@parley/web-data-access';
import { Button, Mark } from '@parley/web-ui';
import { SkillEditor } from '../skills/skill-editor';

/** The first thing after opening an account: what one teaches and wants to learn. From there one sees who fits. */
@Component({
  selector: 'parley-welcome-page',
  imports: [Button, Mark, RouterLink, SkillEditor, TranslocoDirective],
  template: `
    <div class="page" *transloco="let t">
      <header>
        <parley-mark [size]="56" />
        <h1>{{ t('welcome.title', { name: session.user()?.displayName }) }}</h1>
        <p>{{ t('welcome.lead') }}</p>
      </header>
      <parley-skill-editor />
      <footer>
        <a parleyButton look="primary" [routerLink]="next()">{{ t('welcome.next') }}</a>
        <a parleyButton look="plain" routerLink="/settings/profile">{{ t('welcome.profile') }}</a>
      </footer>
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
      gap: var(--space-6);
      max-inline-size: 56rem;
      margin-inline: auto;
      padding: var(--space-10) clamp(var(--space-5), 3vw, 2.5rem) var(--space-16);
    }
    header {
      display: grid;
      gap: var(--space-3);
    }
    h1 {
      font-size: var(--text-2xl);
    }
    p {
      max-inline-size: 56ch;
      color: var(--ink-soft);
    }
    footer {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-3);
    }
  `,
})
export class WelcomePage {
  readonly returnTo = input<string>();

  protected readonly session = inject(SessionStore);
  /** On to the people, or to where one wanted to go in the first place. */
  protected readonly next = computed(() => (this.returnTo() === undefined ? '/people' : safeReturn(this.returnTo())));
}
