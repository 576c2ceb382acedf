import { computed, inject } from '@angular/core';
import { patchState, signalStore, withComputed, withMethods, withProps, withState } from '@ngrx/signals';
import {
  limits,
  type OwnProfile,
  type ParleyError,
  type Skill,
  type SkillLevel,
  type SkillListsInput,
} from '@parley/contracts';
import { asProblem, OwnProfileStore } from '@parley/web-data-access';

export type Direction = 'teaches' | 'learns';

export interface EditedSkill {
  readonly skill: Skill;
  /** Null where a learner has not said. */
  readonly level: SkillLevel | null;
  readonly note: string;
}

interface State {
  teaches: readonly EditedSkill[];
  learns: readonly EditedSkill[];
  saving: 'nothing' | 'saving' | 'saved' | 'failed';
  problem: ParleyError | null;
}

/** What a teacher's level is until they say otherwise. */
const FIRST_LEVEL: SkillLevel = 'intermediate';
/** How long changes are gathered before they are sent, in milliseconds. */
const GATHER_MS = 500;

/** Both lists of one's skills while one edits them. Every change is sent by itself: the last state wins, and one request is under way at a time. */
export const SkillEditorStore = signalStore(
  withState<State>({ teaches: [], learns: [], saving: 'nothing', problem: null }),
  withProps(() => ({ _own: inject(OwnProfileStore) })),
  withComputed(({ teaches, learns }) => ({
    isFull: computed(() => ({
      teaches: teaches().length >= limits.skillsPerList,
      learns: learns().length >= limits.skillsPerList,
    })),
  })),
  withMethods((store) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let underWay: Promise<void> | null = null;

    const send = async (): Promise<void> => {
      const sent = { teaches: store.teaches(), learns: store.learns() };
      try {
        await store._own.setSkills(asInput(sent.teaches, sent.learns));
        const isLatest = sent.teaches === store.teaches() && sent.learns === store.learns();
        if (isLatest) patchState(store, { saving: 'saved' });
      } catch (error) {
        patchState(store, { saving: 'failed', problem: asProblem(error) });
      }
    };
    const flush = async (): Promise<void> => {
      clearTimeout(timer);
      await underWay;
      underWay = send().finally(() => (underWay = null));
      await underWay;
    };
    const change = (direction: Direction, items: readonly EditedSkill[]): void => {
      patchState(store, { [direction]: items, saving: 'saving', problem: null });
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), GATHER_MS);
    };

    return {
      /** Begins with what the profile says. */
      start({ teaches, learns }: OwnProfile): void {
        const edited = (item: { skill: Skill; level: SkillLevel | null; note: string | null }): EditedSkill => ({
          skill: item.skill,
          level: item.level,
          note: item.note ?? '',
        });
        patchState(store, {
          teaches: teaches.map(edited),
          learns: learns.map(edited),
          saving: 'nothing',
          problem: null,
        });
      },

      add(direction: Direction, skill: Skill): void {
        const items = store[direction]();
        if (store.isFull()[direction] || items.some((item) => item.skill.id === skill.id)) return;
        change(direction, [...items, { skill, level: direction === 'teaches' ? FIRST_LEVEL : null, note: '' }]);
      },

      update(direction: Direction, skillId: string, changes: Partial<Pick<EditedSkill, 'level' | 'note'>>): void {
        const items = store[direction]();
        change(
          direction,
          items.map((item) => (item.skill.id === skillId ? { ...item, ...changes } : item)),
        );
      },

      remove(direction: Direction, skillId: string): void {
        change(
          direction,
          store[direction]().filter((item) => item.skill.id !== skillId),
        );
      },

      /** Sends at once what waits, for example before leaving, or again what failed. */
      async save(): Promise<void> {
        if (store.saving() === 'saving' || store.saving() === 'failed') {
          patchState(store, { saving: 'saving', problem: null });
          await flush();
        }
      },
    };
  }),
);

function asInput(teaches: readonly EditedSkill[], learns: readonly EditedSkill[]): SkillListsInput {
  const note = (item: EditedSkill): { note?: string } => (item.note.trim() === '' ? {} : { note: item.note.trim() });
  return {
    teaches: teaches.map((item) => ({ skill: item.skill.id, level: item.level ?? FIRST_LEVEL, ...note(item) })),
    learns: learns.map((item) => ({
      skill: item.skill.id,
      ...(item.level === null ? {} : { level: item.level }),
      ...note(item),
    })),
  };
}
