import { Component, inject, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { CreateApiKeyInputSchema, limits, type Scope, scopes } from '@parley/contracts';
import { ApiKeysStore, Sending, wrongWith } from '@parley/web-data-access';
import { alertIcon, Button, Choices, Field, Icon, Input, ProblemNotice } from '@parley/web-ui';

/** How long a key may be good for, in days; null for ever. */
const SPANS = { month: 30, quarter: 90, year: 365, ever: null } as const;
type Span = keyof typeof SPANS;
const DAY_MS = 86_400_000;

/** Makes an API key: what it is for, what it may do, and until when. */
@Component({
  selector: 'parley-key-form',
  imports: [Button, Choices, Field, FormField, Icon, Input, ProblemNotice, TranslocoDirective],
  template: `
    <form novalidate (submit)="send($event)" *transloco="let t">
      <parley-problem
        [problem]="sending.problem()"
        [instead]="{ conflict: t('keysPage.full', { max: limits.apiKeysPerAccount }) }"
      />
      <parley-field
        [label]="t('keysPage.name')"
        [hint]="t('keysPage.nameHint')"
        [error]="wrongWith(form.name) && t('keysPage.nameWrong')"
      >
        <input parleyInput type="text" autocomplete="off" [formField]="form.name" />
      </parley-field>
      <fieldset>
        <legend>{{ t('keysPage.scopes') }}</legend>
        @for (scope of scopes; track scope) {
          <label>
            <input #box type="checkbox" [checked]="chosen().has(scope)" (change)="choose(scope, box.checked)" />
            <span
              >{{ t('keysPage.scope.' + keyOf(scope)) }} <code>{{ scope }}</code></span
            >
          </label>
        }
        @if (isMissing()) {
          <p class="wrong" role="alert">
            <parley-icon [icon]="alertIcon" [size]="16" /> {{ t('keysPage.scopesMissing') }}
          </p>
        }
      </fieldset>
      <parley-choices [label]="t('keysPage.span')" [choices]="spans(t)" [value]="span()" (chosen)="span.set($event)" />
      <button parleyButton look="primary" type="submit" [busy]="sending.busy()">{{ t('keysPage.make') }}</button>
    </form>
  `,
  styleUrl: './key-form.css',
})
export class KeyForm {
  private readonly store = inject(ApiKeysStore);
  private readonly model = signal({ name: '' });
  protected readonly form = form(this.model, (fields) => {
    validateStandardSchema(fields.name, CreateApiKeyInputSchema.shape.name);
  });
  protected readonly sending = new Sending();
  protected readonly scopes = scopes;
  protected readonly limits = limits;
  protected readonly alertIcon = alertIcon;
  protected readonly wrongWith = wrongWith;
  protected readonly chosen = signal<ReadonlySet<Scope>>(new Set());
  protected readonly isMissing = signal(false);
  protected readonly span = signal<Span>('quarter');

  /** The name of a scope's words. */
  protected readonly keyOf = (scope: Scope): string =>
    scope.replace(/:(.)/, (_, letter: string) => letter.toUpperCase());

  protected spans(t: (key: string) => string) {
    return (Object.keys(SPANS) as Span[]).map((value) => ({ value, label: t(`keysPage.spans.${value}`) }));
  }

  protected choose(scope: Scope, on: boolean): void {
    const { chosen } = this;
    chosen.set(new Set(on ? [...chosen(), scope] : [...chosen()].filter((other) => other !== scope)));
    this.isMissing.set(false);
  }

  protected async send(event: Event): Promise<void> {
    const { form } = this;
    this.isMissing.set(this.chosen().size === 0);
    if (this.isMissing()) {
      event.preventDefault();
      form.name().markAsTouched();
      return;
    }
    const days = SPANS[this.span()];
    const expiresAt = days === null ? null : new Date(Date.now() + days * DAY_MS).toISOString();
    const work = (): Promise<void> =>
      this.store.create({ name: this.model().name, scopes: [...this.chosen()], expiresAt });
    if (await this.sending.send(event, form, work, { name: form.name })) {
      form().reset({ name: '' });
      this.chosen.set(new Set());
    }
  }
}
