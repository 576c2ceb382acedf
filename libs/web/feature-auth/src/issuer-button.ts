import { Component, inject, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ParleyError } from '@parley/contracts';
import { asProblem, IssuerSignIn, safeReturn } from '@parley/web-data-access';
import { Button, ProblemNotice } from '@parley/web-ui';

/** The way to sign in by the issuer; nothing at all where none is configured. */
@Component({
  selector: 'parley-issuer-button',
  imports: [Button, ProblemNotice, TranslocoDirective],
  template: `
    @if (name(); as name) {
      <ng-container *transloco="let t">
        <p class="or">
          <span>{{ t('auth.oidc.or') }}</span>
        </p>
        <parley-problem [problem]="problem()" />
        <button parleyButton type="button" [busy]="busy()" (click)="leave()">
          {{ t('auth.oidc.continue', { name }) }}
        </button>
      </ng-container>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
    }
    :host(:empty) {
      display: none;
    }
    .or {
      display: grid;
      grid-template-columns: 1fr auto 1fr;
      align-items: center;
      gap: var(--space-3);
      color: var(--ink-soft);
    }
    .or::before,
    .or::after {
      content: '';
      border-block-start: 1px solid var(--line);
    }
  `,
})
export class IssuerButton {
  /** Where to go once signed in. */
  readonly returnTo = input<string>();

  private readonly issuer = inject(IssuerSignIn);
  protected readonly name = signal(this.issuer.lastKnown());
  protected readonly busy = signal(false);
  protected readonly problem = signal<ParleyError | null>(null);

  constructor() {
    void this.issuer.name().then((name) => this.name.set(name));
  }

  protected async leave(): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.issuer.begin(safeReturn(this.returnTo()));
    } catch (error) {
      this.problem.set(asProblem(error));
    } finally {
      this.busy.set(false);
    }
  }
}
