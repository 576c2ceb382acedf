import fc from 'fast-check';
import type { Changing, Evidence, Row } from '../history/events';
import { hasReaction, reactionsOf } from '../history/reactions';
import { evidence, everywhere, found, goodRun, rowAt, type World } from './made-up-run.fixture';

/** A run in which the message at `at` is edited to "new" by Ana as the last change of all, and everybody has seen that. */
function edited(world: World, at: number, text: string | null = 'new', reactions = ''): Evidence {
  const row = rowAt(world, at);
  const change = text === null ? ({ kind: 'delete' } as const) : ({ kind: 'edit', text } as const);
  return changed(world, row, { text, isEdited: text !== null, reactions }, change);
}

function changed(world: World, row: Row, to: Partial<Row>, change: Changing['change']): Evidence {
  const revision = world.rows.length + 1;
  const after = { ...row, ...to, revision };
  const { seq, text, reactions } = after;
  const changing: Changing = {
    ...{ process: 'ana-bare', userId: 'ana', room: 'r', seq, change, invokedAt: 1_000 },
    ...{ outcome: 'ok', answer: { seq, revision, text, reactions } },
  };
  const see = <T extends { seq: number }>(list: readonly T[]): T[] =>
    list.map((each) => (each.seq === seq ? { ...each, text, reactions, revision } : each));
  const views = world.views.map((view) => ({
    ...view,
    sights:
      view.kind === 'heard' ? [...view.sights, ...see(view.sights).filter((each) => each.seq === seq)] : view.sights,
    final: view.final === null ? null : see(view.final),
  }));
  const rows = world.rows.map((each) => (each === row ? after : each));
  const heads = [{ room: 'r', lastSeq: rows.length, revision }];
  return evidence({ ...world, rows, views }, { changings: [changing], heads });
}

const ANA = { emoji: '👍', userIds: ['ana'] };
const put = (world: World, at: number): Evidence =>
  changed(world, rowAt(world, at), { reactions: reactionsOf([ANA]) }, { kind: 'react', emoji: '👍', on: true });

/** The same with its rows put back to what they were: what was acknowledged is not stored. */
const forgotten = (run: Evidence, world: World): Evidence => ({ ...run, rows: world.rows, views: world.views });
const withRow = (run: Evidence, at: number, to: Partial<Row>): Evidence => ({
  ...run,
  rows: run.rows.map((row, index) => (index === at ? { ...row, ...to } : row)),
});
const withOutcome = (run: Evidence, outcome: Changing['outcome']): Evidence => ({
  ...run,
  changings: run.changings.map((each) => ({ ...each, outcome, answer: outcome === 'ok' ? each.answer : null })),
});

it('finds nothing where changes stand, or were unknown and stand or do not', () => {
  for (const run of [edited(goodRun(10), 4), edited(goodRun(10), 4, null), put(goodRun(10), 4)]) {
    expect(found(run)).toEqual([]);
    expect(found(withOutcome(run, 'info'))).toEqual([]);
    const world = goodRun(10);
    const head = { heads: [{ room: 'r', lastSeq: 10, revision: 10 }] };
    expect(found({ ...forgotten(withOutcome(run, 'info'), world), ...head })).toEqual([]);
    expect(found({ ...forgotten(withOutcome(run, 'fail'), world), ...head })).toEqual([]);
  }
});

describe('planted mistakes, at any place', () => {
  it.each([
    ['an edit', edited],
    ['a deletion', (world: World, at: number) => edited(world, at, null)],
    ['a reaction', put],
  ])('%s acknowledged and not stored', (_, plant) =>
    everywhere((world, at) => forgotten(plant(world, at), world), 'I1', 'lost'),
  );

  it('an edit in the right revision with another text', () =>
    everywhere((world, at) => withRow(edited(world, at), at, { text: 'old' }), 'I1', 'lost'));

  it('a text that nobody has written', () =>
    everywhere((world, at) => withRow(evidence(world), at, { text: 'made up', isEdited: true }), 'I1', 'wrong'));

  it('a deletion by nobody', () =>
    everywhere((world, at) => withRow(evidence(world), at, { text: null }), 'I1', 'wrong'));

  it('a refused edit that stands', () =>
    everywhere((world, at) => withOutcome(edited(world, at), 'fail'), 'I1', 'wrong'));

  it('a reaction by nobody, and one that was taken back', () => {
    everywhere((world, at) => withRow(evidence(world), at, { reactions: reactionsOf([ANA]) }), 'I1', 'wrong');
    everywhere(
      (world, at) => {
        const run = put(world, at);
        const back = {
          ...run.changings[0],
          change: { kind: 'react', emoji: '👍', on: false },
          invokedAt: 2_000,
        } as Changing;
        return { ...run, changings: [...run.changings, { ...back, answer: null }] };
      },
      'I1',
      'lost',
    );
  });

  it('an acknowledgement that shows something else than was asked for', () =>
    everywhere(
      (world, at) => {
        const run = edited(world, at);
        const changings = run.changings.map((each) => ({
          ...each,
          answer: each.answer && { ...each.answer, text: 'old' },
        }));
        return { ...run, changings };
      },
      'I1',
      'wrong',
    ));

  it.each([
    ['an edit', edited],
    ['a deletion', (world: World, at: number) => edited(world, at, null)],
    ['a reaction', put],
  ])('%s stored and never told', (_, plant) =>
    everywhere((world, at) => ({ ...plant(world, at), views: world.views }), 'I3', 'lost'),
  );

  it('reactions told that are not those stored', () =>
    everywhere((world, at) => withRow(put(world, at), at, { reactions: '' }), 'I3', 'wrong'));

  it('a revision of any row above the room’s, or below its place', () => {
    everywhere((world, at) => withRow(evidence(world), at - 1, { revision: 1_000 }), 'I2', 'wrong');
    everywhere((world, at) => withRow(evidence(world), at, { revision: 0 }), 'I2', 'wrong');
  });

  it('a room’s revision that rose without a change', () => {
    const run = evidence(goodRun(10), { heads: [{ room: 'r', lastSeq: 10, revision: 11 }] });
    expect(found(run)).toEqual(['I2 wrong']);
  });
});

it('writes reactions as one text, whatever their order', () => {
  const users = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(users, users, (some, others) => {
      const [one, other] = [
        { emoji: '👍', userIds: some },
        { emoji: '🎉', userIds: others },
      ];
      const text = reactionsOf([one, other]);
      expect(reactionsOf([{ ...other, userIds: others.toReversed() }, one])).toBe(text);
      for (const userId of some) {
        expect(hasReaction(text, '👍', userId)).toBe(true);
        expect(hasReaction(text, '🎉', userId)).toBe(others.includes(userId));
      }
    }),
  );
  expect(reactionsOf(null)).toBe('');
});
