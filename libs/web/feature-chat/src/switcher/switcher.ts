import { Component, computed, DestroyRef, inject, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { OverviewItem, UserSummary } from '@parley/contracts';
import { otherMember, OverviewStore, PeopleSearchStore, roomName, SessionStore } from '@parley/web-data-access';
import { Avatar, Dialog, Icon, searchIcon } from '@parley/web-ui';
import { GroupAvatar } from '../group/group-avatar';
import { OpenSearch } from '../search/open-search';
import { fit } from './fit';

/** Something to go to. */
interface Goal {
  readonly key: string;
  readonly name: string;
  /** Where it leads; null for a search through messages. */
  readonly path: readonly string[] | null;
  readonly room: OverviewItem | null;
  readonly person: UserSummary | null;
}

/** People are looked for once one pauses this long, in milliseconds. */
const PAUSE_MS = 200;
const ROOMS_SHOWN = 8;
const PEOPLE_SHOWN = 5;

let count = 0;

/** Goes to a conversation or a person by a few letters of the name, or looks for them in messages: a combobox with its list always open, after the ARIA pattern. */
@Component({
  selector: 'parley-switcher',
  imports: [Avatar, Dialog, GroupAvatar, Icon, TranslocoDirective],
  providers: [PeopleSearchStore],
  templateUrl: './switcher.html',
  styleUrl: './switcher.css',
})
export class Switcher {
  readonly closed = output<void>();

  private readonly overview = inject(OverviewStore);
  private readonly people = inject(PeopleSearchStore);
  private readonly router = inject(Router);
  private readonly life = inject(DestroyRef);
  private readonly openSearch = inject(OpenSearch);
  protected readonly searchIcon = searchIcon;
  protected readonly myId = inject(SessionStore).userId;
  protected readonly listId = `switcher-${++count}`;
  protected readonly query = signal('');
  private readonly chosen = signal(0);
  /** What people were looked for by, as far as it is known who is called so. */
  private looked = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  private readonly rooms = computed(() =>
    this.overview
      .items()
      .map((room, index) => ({ room, index, fits: fit(this.query(), roomName(room, this.myId())) }))
      .filter(({ fits }) => fits > 0)
      // Where nothing was typed, and among equals, the latest come first.
      .sort((a, b) => (this.query().trim() === '' ? 0 : b.fits - a.fits) || a.index - b.index)
      .slice(0, ROOMS_SHOWN)
      .map(({ room }) => roomGoal(room, this.myId())),
  );
  private readonly others = computed(() => {
    const known = new Set(this.rooms().flatMap(({ person }) => person?.id ?? []));
    if (this.query().trim() === '') return [];
    const found = this.people.items().filter(({ id }) => id !== this.myId() && !known.has(id));
    return found.slice(0, PEOPLE_SHOWN).map(personGoal);
  });
  /** What was typed can be looked for in messages too, whoever is called so. */
  private readonly messages = computed<readonly Goal[]>(() => {
    const name = this.query().trim();
    return name === '' ? [] : [{ key: 'messages', name, path: null, room: null, person: null }];
  });
  protected readonly isNobody = computed(() => this.rooms().length + this.others().length === 0);
  protected readonly groups = computed(() =>
    [
      { words: 'switcher.rooms', goals: this.rooms() },
      { words: 'switcher.people', goals: this.others() },
      { words: 'switcher.messages', goals: this.messages() },
    ].filter(({ goals }) => goals.length > 0),
  );
  protected readonly goals = computed(() => this.groups().flatMap(({ goals }) => goals));
  protected readonly active = computed(() => this.goals()[Math.min(this.chosen(), this.goals().length - 1)] ?? null);
  protected readonly isLooking = this.people.loading;

  constructor() {
    this.life.onDestroy(() => clearTimeout(this.timer));
  }

  protected type(text: string): void {
    this.query.set(text);
    this.chosen.set(0);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(), PAUSE_MS);
  }

  protected press(event: KeyboardEvent): void {
    // A key that an input method is still using is not ours.
    if (event.isComposing || event.keyCode === 229) return;
    const { length } = this.goals();
    const active = this.active();
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && length > 0) {
      event.preventDefault();
      const by = event.key === 'ArrowDown' ? 1 : length - 1;
      this.chosen.set((Math.min(this.chosen(), length - 1) + by) % length);
      document.getElementById(`${this.listId}-${this.active()?.key}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && active) {
      event.preventDefault();
      void this.enter(active);
    }
  }

  /** Whoever is quicker than the answer may mean a person whom it names: not those named before, and a search of messages only where nobody is called so. */
  private async enter(goal: Goal): Promise<void> {
    const isHasty = goal.room === null && this.chosen() === 0 && this.looked !== this.query().trim();
    if (isHasty && !(await this.look())) return;
    this.go((isHasty ? this.active() : null) ?? goal);
  }

  /** Looks for people who are called as was typed. @returns whether that is known now: not where one typed on, or left */
  private async look(): Promise<boolean> {
    clearTimeout(this.timer);
    const query = this.query().trim();
    await this.people.search({ query, teaches: '', learns: '' });
    if (this.life.destroyed || this.people.loading() || query !== this.query().trim()) return false;
    this.looked = query;
    return true;
  }

  protected go({ name, path }: Goal): void {
    this.closed.emit();
    if (path) void this.router.navigate([...path]);
    else void this.openSearch.for({ text: name });
  }
}

function roomGoal(room: OverviewItem, myId: string): Goal {
  const path = ['/rooms', room.id];
  return { key: room.id, name: roomName(room, myId), path, room, person: otherMember(room, myId) };
}

function personGoal(person: UserSummary): Goal {
  return { key: person.id, name: person.displayName, path: ['/people', person.id], room: null, person };
}
