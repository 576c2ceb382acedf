import { ScrollKeeper } from './scroll-keeper';

const HEIGHT = 500;

/** A view of rows of these heights, scrolled to its end: nothing is laid out in these tests but by this. */
function aView(heights: Record<string, number>, height = HEIGHT) {
  const scroller = document.createElement('div');
  const total = () => Object.values(heights).reduce((sum, height) => sum + height, 0);
  let scrollTop = 0;
  Object.defineProperties(scroller, {
    clientHeight: { value: height },
    scrollHeight: { get: total },
    scrollTop: {
      get: () => scrollTop,
      set: (to: number) => (scrollTop = Math.max(0, Math.min(to, total() - height))),
    },
  });
  scroller.getBoundingClientRect = () => new DOMRect(0, 0, 300, height);
  Object.keys(heights).forEach((key, index, keys) => {
    const row = document.createElement('div');
    row.dataset['row'] = key;
    const top = () => keys.slice(0, index).reduce((sum, before) => sum + (heights[before] ?? 0), 0) - scrollTop;
    row.getBoundingClientRect = () => new DOMRect(0, top(), 300, heights[key]);
    scroller.append(row);
  });
  const keeper = new ScrollKeeper(scroller);
  keeper.restore();
  const box = (key: string) => scroller.querySelector(`[data-row="${key}"]`)?.getBoundingClientRect();
  return { keeper, box, heights, scroller };
}

describe('a row that grows at the end of a room', () => {
  it('pushes what is above out of the view, which stays at its end', () => {
    const { keeper, box, heights } = aView({ early: 400, first: 100, last: 380 });
    expect(box('last')?.bottom).toBe(HEIGHT);
    heights['first'] = 300;
    keeper.restore(true);
    expect(box('last')?.bottom).toBe(HEIGHT);
    expect(box('first')?.top).toBeLessThan(0);
  });

  it('is in view as a whole where that was asked for, below the day', () => {
    const { keeper, box, heights } = aView({ early: 400, first: 100, last: 380 });
    keeper.reveal('first');
    heights['first'] = 300;
    keeper.restore(true);
    expect(box('first')?.top).toBe(44);
    keeper.restore(true);
    expect(box('first')?.top).toBe(44);
  });

  it('stays so in however many steps it grows, until somebody scrolls', () => {
    const { keeper, box, heights, scroller } = aView({ early: 400, first: 100, last: 340 });
    keeper.reveal('first');
    for (const height of [120, 130, 300]) {
      heights['first'] = height;
      keeper.restore(true);
      keeper.remember();
      expect(box('first')?.top).toBeGreaterThanOrEqual(44);
    }
    scroller.scrollTop += 200;
    keeper.remember();
    const after = box('first')?.top;
    keeper.restore(true);
    expect(box('first')?.top).toBe(after);
    expect(after).toBeLessThan(44);
  });

  it('lets go of it for whoever goes elsewhere', () => {
    const { keeper, box } = aView({ early: 400, first: 100, last: 380 });
    keeper.reveal('first');
    keeper.restore(true);
    keeper.goToEnd();
    keeper.restore();
    expect(box('last')?.bottom).toBe(HEIGHT);
    keeper.reveal('last');
    keeper.goTo('early', 0);
    keeper.restore();
    expect(box('early')?.top).toBe(0);
  });

  it('stays at the end where it is the last', () => {
    const { keeper, box, heights } = aView({ early: 400, first: 380, last: 100 });
    keeper.reveal('last');
    heights['last'] = 300;
    keeper.restore(true);
    expect(box('last')?.bottom).toBe(HEIGHT);
  });
});

describe('a row that one goes to', () => {
  it('comes to lie at its share of the view', () => {
    const { keeper, box } = aView({ early: 900, new: 20, last: 900 });
    keeper.goTo('new', 0.2);
    keeper.restore();
    expect(box('new')?.top).toBe(100);
  });

  it('lies below the day where its share of a low view does not', () => {
    const { keeper, box } = aView({ early: 900, new: 20, last: 900 }, 150);
    keeper.goTo('new', 0.2);
    keeper.restore();
    expect(box('new')?.top).toBe(44);
    // Of a larger text the day is higher: jsdom knows nothing of the style that says so.
    const styles = jest.spyOn(window, 'getComputedStyle');
    styles.mockReturnValue({ scrollPaddingBlockStart: '66px' } as CSSStyleDeclaration);
    keeper.goTo('new', 0.2);
    keeper.restore();
    styles.mockRestore();
    expect(box('new')?.top).toBe(66);
  });
});
