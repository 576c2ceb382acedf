import { Component, computed, DestroyRef, inject, input, model, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { PublicProfile, UserSummary } from '@parley/contracts';
import { OverviewStore, otherMember, PeopleSearchStore, SessionStore } from '@parley/web-data-access';
import { Avatar, closeIcon, Combobox, type ComboboxOption, Field, Formats, IconButton, isolated } from '@parley/web-ui';
import { fit } from '../switcher/fit';

/** How long somebody may pause in typing before people are looked for, in milliseconds. */
const PAUSE_MS = 200;
const OFFERED_MAX = 8;
/** Of what somebody teaches, as much as is told beside their name. */
const SKILLS_MAX = 3;

/** Somebody known by a room, or found with all that they say of themselves. */
type Found = UserSummary & Partial<Pick<PublicProfile, 'teaches'>>;

/**
 * Choosing people by name: those whose name begins with what is typed come first, then those where a word of it does; of either those one talks with before
 * everybody else who is found.
 */
@Component({
  selector: 'parley-people-picker',
  imports: [Avatar, Combobox, Field, IconButton, TranslocoDirective],
  providers: [PeopleSearchStore],
  template: `
    <parley-field *transloco="let t" [label]="t('group.people')" [hint]="hint()" [error]="error()">
      <parley-combobox
        staysOpen
        [placeholder]="t('group.peopleExample')"
        [options]="options()"
        [emptyText]="search.loaded() && !search.loading() ? t('group.nobody') : ''"
        (queried)="find($event)"
        (picked)="add($event)"
      >
        @if (picked().length) {
          <ul role="list">
            @for (person of picked(); track person.id) {
              <li>
                <parley-avatar [seed]="person.id" [name]="person.displayName" [url]="person.avatarUrl" [size]="28" />
                <bdi>{{ person.displayName }}</bdi>
                <button
                  parleyIconButton
                  type="button"
                  [icon]="closeIcon"
                  [size]="16"
                  [label]="t('group.unpick', { name: person.displayName })"
                  (click)="remove(person.id)"
                ></button>
              </li>
            }
          </ul>
        }
      </parley-combobox>
    </parley-field>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
      margin-block-start: var(--space-2);
    }
    li {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      padding-inline-start: 3px;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius-full);
      font-size: 0.9375rem;
    }
    button {
      inline-size: 2rem;
      block-size: 2rem;
    }
  `,
})
export class PeoplePicker {
  /** Who cannot be chosen: those who are in already. */
  readonly without = input<ReadonlySet<string>>(new Set());
  readonly hint = input<string | null>(null);
  readonly error = input<string | null>(null);
  readonly picked = model<readonly UserSummary[]>([]);

  protected readonly search = inject(PeopleSearchStore);
  private readonly overview = inject(OverviewStore);
  private readonly session = inject(SessionStore);
  private readonly formats = inject(Formats);
  private readonly transloco = inject(TranslocoService);
  private readonly query = signal('');
  private timer: ReturnType<typeof setTimeout> | undefined;
  protected readonly closeIcon = closeIcon;

  private readonly offered = computed(() => {
    const query = this.query().trim();
    /** From 4, where the name begins with what was typed, to 2, where that is somewhere in it; below, its letters are. */
    const fits = ({ displayName }: Found): number => Math.floor(fit(query, displayName));
    const known = this.overview
      .items()
      .flatMap((item) => otherMember(item, this.session.userId()) ?? [])
      .filter((person) => query === '' || fits(person) >= 2);
    const taken = new Set([...this.without(), this.session.userId(), ...this.picked().map(({ id }) => id)]);
    const all = new Map<string, Found>([...known, ...this.search.items()].map((person) => [person.id, person]));
    return [...all.values()]
      .filter(({ id }) => !taken.has(id))
      .sort((one, other) => fits(other) - fits(one))
      .slice(0, OFFERED_MAX);
  });
  protected readonly options = computed<readonly ComboboxOption[]>(() =>
    this.offered().map((person) => {
      const { id, displayName, avatarUrl } = person;
      const detail = this.detailOf(person);
      return { id, label: displayName, picture: { seed: id, url: avatarUrl }, ...(detail ? { detail } : {}) };
    }),
  );

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  /** What tells people of one name apart: what they say of themselves, else what they teach, and where they are. */
  private detailOf({ headline, location, teaches = [] }: Found): string {
    const skills = teaches.slice(0, SKILLS_MAX).map(({ skill }) => skill.name);
    const said =
      headline ||
      (skills.length > 0 ? this.transloco.translate('group.teaches', { skills: this.formats.list(skills) }) : '');
    return [said, location].flatMap((part) => (part ? isolated(part, 'ltr') : [])).join(' · ');
  }

  protected find(query: string): void {
    this.query.set(query);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.search.search({ query, teaches: '', learns: '' }), PAUSE_MS);
  }

  protected add({ id }: ComboboxOption): void {
    const person = this.offered().find((offered) => offered.id === id);
    if (person) this.picked.update((picked) => [...picked, person]);
  }

  protected remove(id: string): void {
    this.picked.update((picked) => picked.filter((person) => person.id !== id));
  }
}
