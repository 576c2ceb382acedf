import { Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { limits, type Skill, SkillLevelSchema, type SkillLevel } from '@parley/contracts';
import { asProblem, OwnProfileStore } from '@parley/web-data-access';
import {
  checkIcon,
  closeIcon,
  Combobox,
  type ComboboxOption,
  Field,
  Icon,
  IconButton,
  Input,
  ProblemNotice,
} from '@parley/web-ui';
import { type Direction, SkillEditorStore } from './skill-editor.store';

/** How long somebody may pause in typing before the catalogue is asked, in milliseconds. */
const PAUSE_MS = 150;

/** What one teaches and wants to learn: two lists side by side, each with a field that completes names from the catalogue. Changes save themselves. */
@Component({
  selector: 'parley-skill-editor',
  imports: [Combobox, Field, Icon, IconButton, Input, ProblemNotice, TranslocoDirective],
  providers: [SkillEditorStore],
  templateUrl: './skill-editor.html',
  styleUrl: './skill-editor.css',
})
export class SkillEditor {
  protected readonly store = inject(SkillEditorStore);
  private readonly own = inject(OwnProfileStore);

  protected readonly directions = ['teaches', 'learns'] as const;
  protected readonly levels = SkillLevelSchema.options;
  protected readonly noteMax = limits.skillNoteCodePoints;
  protected readonly closeIcon = closeIcon;
  protected readonly checkIcon = checkIcon;

  private readonly found = signal<{ direction: Direction | null; query: string; skills: readonly Skill[] }>({
    direction: null,
    query: '',
    skills: [],
  });
  private lookup = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What was found and is not in the list already, for the field that asked. */
  protected readonly options = computed(() => ({
    teaches: this.optionsOf('teaches'),
    learns: this.optionsOf('learns'),
  }));
  /** Whether the catalogue has answered and knows nothing of the kind. */
  protected readonly knowsNone = computed(() => {
    const { direction, skills } = this.found();
    return skills.length === 0 ? direction : null;
  });

  constructor() {
    const profile = this.own.profile();
    if (profile) this.store.start(profile);
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
      this.lookup.abort();
      void this.store.save();
    });
  }

  protected find(direction: Direction, query: string): void {
    clearTimeout(this.timer);
    this.lookup.abort();
    if (query === '') {
      this.found.set({ direction: null, query, skills: [] });
      return;
    }
    this.timer = setTimeout(() => void this.ask(direction, query), PAUSE_MS);
  }

  protected add(direction: Direction, { id, label }: ComboboxOption): void {
    this.store.add(direction, { id, name: label });
  }

  protected setLevel(direction: Direction, skillId: string, value: string): void {
    const level = SkillLevelSchema.safeParse(value);
    this.store.update(direction, skillId, { level: level.success ? level.data : (null satisfies SkillLevel | null) });
  }

  private async ask(direction: Direction, query: string): Promise<void> {
    const lookup = new AbortController();
    this.lookup = lookup;
    try {
      const skills = await this.own.findSkills(query, lookup.signal);
      if (!lookup.signal.aborted) this.found.set({ direction, query, skills });
    } catch (error) {
      // Without suggestions one types on; saving will say it if the server is away.
      if (!lookup.signal.aborted) asProblem(error);
    }
  }

  private optionsOf(direction: Direction): readonly ComboboxOption[] {
    const found = this.found();
    if (found.direction !== direction) return [];
    const has = new Set(this.store[direction]().map((item) => item.skill.id));
    return found.skills.filter(({ id }) => !has.has(id)).map(({ id, name }) => ({ id, label: name }));
  }
}
