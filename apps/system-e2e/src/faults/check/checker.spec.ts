import fc from 'fast-check';
import { evidence, everywhere, found, goodRun, rowAt } from './made-up-run.fixture';
import type { Sight } from '../history/events';

describe('the checker', () => {
  it('finds nothing where nothing is wrong, in whatever order raw frames come and however often', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.infiniteStream(fc.nat()), (count, order) => {
        const world = goodRun(count);
        const [shown, heard] = world.views;
        if (!shown || !heard) throw new Error('no views');
        const mixed = [...heard.sights, ...heard.sights.slice(0, 5)].toSorted(
          () => ((order.next().value ?? 0) % 3) - 1,
        );
        expect(found(evidence({ ...world, views: [shown, { ...heard, sights: mixed }] }))).toEqual([]);
      }),
    );
  });

  it('knows that an unknown outcome is no broken promise, stored or not', () => {
    const world = goodRun(10);
    const [first] = world.sendings;
    if (!first) throw new Error('no sending');
    Object.assign(first, { outcome: 'info', seq: null, id: null });
    world.sendings.push({ ...first, clientMessageId: 'never stored' });
    expect(found(evidence(world))).toEqual([]);
  });
});

describe('planted mistakes, at any place', () => {
  it('acknowledged before the commit, which then failed', () =>
    everywhere(
      (world, at) => evidence({ ...world, rows: world.rows.filter((_, index) => index !== at) }),
      'I1',
      'lost',
    ));

  it('one publication dropped', () =>
    everywhere(
      (world, at) =>
        evidence({
          ...world,
          views: world.views.map((view) => ({ ...view, sights: view.sights.filter(({ seq }) => seq !== at) })),
        }),
      'I3',
      'lost',
    ));

  it('no unique key: a repeat becomes a second row', () =>
    everywhere(
      (world, at) => {
        const again = { ...rowAt(world, at), seq: world.rows.length + 1, revision: world.rows.length + 1, id: 'again' };
        return evidence({ ...world, rows: [...world.rows, again] });
      },
      'I1',
      'doubled',
    ));

  it('places from a sequence that has gaps', () =>
    everywhere(
      (world, at) => {
        const shift = <T extends { seq: number }>(item: T): T =>
          item.seq > at ? { ...item, seq: item.seq + 1 } : item;
        return evidence({ ...world, rows: world.rows.map(shift) });
      },
      'I2',
      'wrong',
    ));

  it('published before a commit that failed', () =>
    everywhere(
      (world, at) => {
        const phantom: Sight = { ...rowAt(world, at), seq: world.rows.length + 1, id: 'phantom', t: 0, by: 'fact' };
        return evidence({
          ...world,
          views: world.views.map((view) => ({ ...view, sights: [...view.sights, phantom] })),
        });
      },
      'I7',
      'wrong',
    ));

  it('two swapped on the screen', () =>
    everywhere(
      (world, at) => {
        const views = world.views.map((view) => {
          const sights = [...view.sights];
          sights.splice(at, 2, ...sights.slice(at, at + 2).toReversed());
          return { ...view, sights };
        });
        return evidence({ ...world, views });
      },
      'I3',
      'inversion',
    ));

  it('one shown twice', () =>
    everywhere(
      (world, at) => {
        const views = world.views.map((view) => ({
          ...view,
          sights: view.sights.flatMap((sight, index) => (index === at ? [sight, sight] : [sight])),
        }));
        return evidence({ ...world, views });
      },
      'I3',
      'doubled',
    ));

  it('stored in another order than acknowledged', () =>
    everywhere(
      (world, at) => {
        const [one, other] = [world.sendings[at], world.sendings[at + 1]];
        if (!one || !other) throw new Error('no sendings');
        const { invokedAt, endedAt } = one;
        world.sendings[at] = { ...one, invokedAt: other.invokedAt, endedAt: other.endedAt };
        world.sendings[at + 1] = { ...other, invokedAt, endedAt };
        return evidence(world);
      },
      'I4',
      'inversion',
    ));

  it('unread off by one, on either way of asking', () => {
    const sql = { unread: 3, cursor: 7 };
    const off = { unread: 4, cursor: 7 };
    const unread = (api: typeof sql, badge: typeof sql) => [{ userId: 'ben', room: 'r', sql, api, badge }];
    expect(found(evidence(goodRun(10), { unread: unread(sql, sql) }))).toEqual([]);
    expect(found(evidence(goodRun(10), { unread: unread(off, sql) }))).toEqual(['I5 wrong']);
    expect(found(evidence(goodRun(10), { unread: unread(sql, off) }))).toEqual(['I5 wrong']);
  });

  it('a read cursor that falls', () => {
    const cursors = [3, 5, 4].map((cursor) => ({ userId: 'ben', room: 'r', cursor }));
    expect(found(evidence(goodRun(10), { cursors }))).toEqual(['I5 wrong']);
  });

  it('no gap fetch: what was missed in an outage stays missing at the end', () =>
    everywhere(
      (world, at) =>
        evidence({
          ...world,
          views: world.views.map((view) => ({ ...view, final: view.final?.slice(0, at) ?? null })),
        }),
      'I3',
      'lost',
    ));

  it('stored though it was refused', () => {
    const world = goodRun(10);
    Object.assign(world.sendings[4] ?? {}, { outcome: 'fail' });
    expect(found(evidence(world))).toEqual(['I1 wrong']);
  });

  it('a row that nobody sent', () => {
    const world = goodRun(10);
    expect(found(evidence({ ...world, sendings: world.sendings.slice(1) }))).toEqual(['I7 wrong']);
  });
});
