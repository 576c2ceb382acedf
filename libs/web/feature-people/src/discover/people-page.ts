import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  exchangeOf,
  exchangeOfMatch,
  MatchesStore,
  type PeopleQuery,
  PeopleSearchStore,
  SessionStore,
} from '@parley/web-data-access';
import { Button, EmptyState, KeepScroll, ProblemNotice, Skeleton } from '@parley/web-ui';
import { PeopleFilter } from './people-filter';
import { PersonCard } from './person-card';

/** Finding somebody: the best matches, or whom one looks for. What is looked for stands in the address. */
@Component({
  selector: 'parley-people-page',
  imports: [
    Button,
    EmptyState,
    NgTemplateOutlet,
    PeopleFilter,
    PersonCard,
    ProblemNotice,
    RouterLink,
    Skeleton,
    TranslocoDirective,
  ],
  providers: [PeopleSearchStore],
  hostDirectives: [KeepScroll],
  templateUrl: './people-page.html',
  styleUrl: './people-page.css',
})
export class PeoplePage {
  readonly query = input<string>();
  readonly teaches = input<string>();
  readonly learns = input<string>();

  protected readonly matches = inject(MatchesStore);
  protected readonly search = inject(PeopleSearchStore);
  private readonly session = inject(SessionStore);

  protected readonly asked = computed<PeopleQuery>(() => ({
    query: this.query() ?? '',
    teaches: this.teaches() ?? '',
    learns: this.learns() ?? '',
  }));
  protected readonly hasSkills = computed(() => {
    const user = this.session.user();
    return user !== null && (user.teaches.length > 0 || user.learns.length > 0);
  });
  private readonly found = computed(() => {
    const me = this.session.user();
    return me
      ? this.matches.items().map((match) => ({
          person: match.user,
          mutual: match.mutual,
          exchange: exchangeOfMatch(me, match),
        }))
      : [];
  });
  protected readonly mutual = computed(() => this.found().filter(({ mutual }) => mutual));
  protected readonly oneWay = computed(() => this.found().filter(({ mutual }) => !mutual));
  protected readonly results = computed(() => {
    const me = this.session.user();
    return me
      ? this.search
          .items()
          .filter(({ id }) => id !== me.id)
          .map((person) => ({ person, exchange: exchangeOf(me, person) }))
      : [];
  });

  constructor() {
    void this.matches.load();
    effect(() => {
      const asked = this.asked();
      untracked(() => void this.search.search(asked));
    });
  }
}
