import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { limits } from '@parley/contracts';
import type { PeopleQuery } from '@parley/web-data-access';
import { Button, Field, Input } from '@parley/web-ui';

/** How long somebody may pause in typing before what they typed is looked for, in milliseconds. */
const PAUSE_MS = 300;

/** What to look for. It goes into the address, so that it can be linked to, and survives going to a person and back. */
@Component({
  selector: 'parley-people-filter',
  imports: [Button, Field, Input, TranslocoDirective],
  template: `
    <form role="search" *transloco="let t" (submit)="$event.preventDefault(); go()">
      <parley-field [label]="t('people.byName')">
        <input
          #name
          parleyInput
          type="search"
          [maxLength]="max"
          [placeholder]="t('people.byNameExample')"
          [value]="draft().query"
          (input)="set({ query: name.element.value })"
        />
      </parley-field>
      <parley-field class="teach" [label]="t('people.byTeaches')">
        <input
          #teaches
          parleyInput
          type="search"
          [maxLength]="max"
          [placeholder]="t('people.byTeachesExample')"
          [value]="draft().teaches"
          (input)="set({ teaches: teaches.element.value })"
        />
      </parley-field>
      <parley-field class="learn" [label]="t('people.byLearns')">
        <input
          #learns
          parleyInput
          type="search"
          [maxLength]="max"
          [placeholder]="t('people.byLearnsExample')"
          [value]="draft().learns"
          (input)="set({ learns: learns.element.value })"
        />
      </parley-field>
      <button parleyButton look="plain" type="button" [class.idle]="!isAsking()" (click)="clear()">
        {{ t('people.clear') }}
      </button>
    </form>
  `,
  styles: `
    form {
      display: flex;
      align-items: end;
      gap: var(--space-3);
    }
    parley-field {
      flex: 1;
    }
    .teach input {
      box-shadow: inset 0 -2px 0 var(--teach);
    }
    .learn input {
      box-shadow: inset 0 -2px 0 var(--learn);
    }
    /* The ring says it all: a line within it would be a second edge. */
    :is(.teach, .learn) input:focus-visible {
      box-shadow: none;
    }
    /* On the line of the labels, at its end, wherever that is long enough: the fields have the whole width, and nothing moves with the first letter that one types. */
    form {
      position: relative;
    }
    @media (max-width: 639.98px), (min-width: 1024px) {
      button {
        position: absolute;
        inset-block-start: calc(0.7rem - var(--target) / 2);
        inset-inline-end: calc(-1px - var(--space-3));
        padding-inline: var(--space-3);
      }
    }
    .idle {
      visibility: hidden;
    }
    @media (max-width: 639.98px) {
      form {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
      parley-field:first-child {
        grid-column: 1 / -1;
      }
    }
  `,
})
export class PeopleFilter {
  readonly asked = input.required<PeopleQuery>();

  private readonly router = inject(Router);
  private timer: ReturnType<typeof setTimeout> | undefined;
  protected readonly max = limits.queryCharacters;
  /** What stands in the fields. The address says the same without the spaces around, and must not take them away while one types on. */
  protected readonly draft = linkedSignal<PeopleQuery, PeopleQuery>({
    source: this.asked,
    computation: (asked, previous) => (previous && isSame(trimmed(previous.value), asked) ? previous.value : asked),
  });
  protected readonly isAsking = computed(() => Object.values(this.draft()).some((value) => value !== ''));

  protected set(change: Partial<PeopleQuery>): void {
    this.draft.update((draft) => ({ ...draft, ...change }));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.go(), PAUSE_MS);
  }

  protected clear(): void {
    this.draft.set({ query: '', teaches: '', learns: '' });
    this.go();
  }

  protected go(): void {
    clearTimeout(this.timer);
    const { query, teaches, learns } = trimmed(this.draft());
    const queryParams = { query: query || null, teaches: teaches || null, learns: learns || null };
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }
}

const trimmed = ({ query, teaches, learns }: PeopleQuery): PeopleQuery => ({
  query: query.trim(),
  teaches: teaches.trim(),
  learns: learns.trim(),
});

const isSame = (a: PeopleQuery, b: PeopleQuery): boolean =>
  a.query === b.query && a.teaches === b.teaches && a.learns === b.learns;
