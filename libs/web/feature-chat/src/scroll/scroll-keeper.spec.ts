import { ScrollKeeper } from './scroll-keeper';

const HEIGHT = 500;

/** A view of rows of these heights, scrolled to its end: nothing is laid out in these tests but by this. */
function aView(heights: Record<string, number>, viewHeight = HEIGHT) {
  const scroller = document.createElement('div');
  let height = viewHeight;
  const total = () => Object.values(heights).reduce((sum, height) => sum + height, 0);
  let scrollTop = 0;
  Object.defineProperties(scroller, {
    clientHeight: { get: () => height },
    scrollHeight: { get: () => (height === 0 ? 0 : total()) },
    scrollTop: {
      get: () => scrollTop,
      set: (to: number) => (scrollTop = Math.max(0, Math.min(to, total() - height))),
    },
  });
  scroller.getBoundingClientRect = () => new DOMRect(0, 0, 300, height);
  const add = (key: string): void => {
    const keys = Object.keys(heights);
    const index = keys.indexOf(key);
    const row = document.createElement('div');
    row.dataset['row'] = key;
    const top = () => keys.slice(0, index).reduce((sum, before) => sum + (heights[before] ?? 0), 0) - scrollTop;
    row.getBoundingClientRect = () => (height === 0 ? new DOMRect() : new DOMRect(0, top(), 300, heights[key]));
    scroller.append(row);
  };
  Object.keys(heights).forEach(add);
  const keeper = new ScrollKeeper(scroller);
  keeper.restore();
  const box = (key: string) => scroller.querySelector(`[data-row="${key}"]`)?.getBoundingClientRect();
  /** One more row below all others. */
  const grow = (key: string, rowHeight: number): void => {
    heights[key] = rowHeight;
    add(key);
  };
  /** As where another part of the page takes its place, and then gives it back. */
  const hide = (): void => {
    [height, scrollTop] = [0, 0];
  };
  const unhide = (): void => {
    height = viewHeight;
  };
  return { keeper, box, heights, scroller, grow, hide, unhide };
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

describe('a view that is hidden for a while', () => {
  it('shows what was in view before, wherever the browser has put it', () => {
    const { keeper, box, scroller, hide, unhide } = aView({ first: 400, second: 400, third: 400, last: 400 });
    scroller.scrollTop = 300;
    keeper.remember();
    const before = box('second')?.top;
    hide();
    keeper.restore(true);
    keeper.remember();
    unhide();
    // A browser may tell of scrolling before it tells of the size.
    keeper.remember();
    keeper.restore(true);
    expect(box('second')?.top).toBe(before);
    expect(keeper.isAtEnd).toBe(false);
  });

  it('goes where it was to go once it is shown', () => {
    const { keeper, box, hide, unhide } = aView({ early: 900, new: 20, last: 900 });
    hide();
    keeper.goTo('new', 0.2);
    keeper.restore();
    unhide();
    keeper.restore(true);
    expect(box('new')?.top).toBe(100);
  });

  it('stays at its end, with what has come meanwhile', () => {
    const { keeper, box, grow, hide, unhide } = aView({ first: 400, second: 400 });
    hide();
    keeper.restore(true);
    grow('new', 300);
    keeper.restore();
    unhide();
    keeper.restore(true);
    expect(box('new')?.bottom).toBe(HEIGHT);
  });
});

describe('the end of what is drawn, where the room goes on', () => {
  it('is not followed by whoever gets there', () => {
    const { keeper, box, scroller, grow } = aView({ first: 400, second: 400, third: 400 });
    keeper.goTo('first', 0);
    keeper.restore(false, false);
    scroller.scrollTop = 10_000;
    keeper.remember();
    const before = box('third')?.top;
    expect(keeper.isAtEnd).toBe(false);
    grow('fourth', 400);
    keeper.restore(false, true);
    expect(box('third')?.top).toBe(before);
    scroller.scrollTop = 10_000;
    keeper.remember();
    expect(keeper.isAtEnd).toBe(true);
  });

  it('is not followed by whoever went to a row so near to it that the view ends there', () => {
    const { keeper, box, grow } = aView({ first: 400, second: 400, new: 20, third: 100 });
    keeper.goTo('new', 0.2);
    keeper.restore(false, false);
    const before = box('new')?.top;
    for (const key of ['fourth', 'fifth']) {
      grow(key, 400);
      keeper.restore(false, false);
      expect(box('new')?.top).toBe(before);
    }
  });

  it('is followed by whoever was at the end of the room, or went there, in however many steps it comes', () => {
    const { keeper, box, scroller, grow } = aView({ first: 400, second: 400 });
    for (const key of ['third', 'fourth']) {
      grow(key, 400);
      keeper.restore(false, key === 'fourth');
      expect(box(key)?.bottom).toBe(HEIGHT);
    }
    scroller.scrollTop = 0;
    keeper.remember();
    keeper.goToEnd();
    for (const key of ['fifth', 'sixth']) {
      keeper.restore(false, false);
      grow(key, 400);
    }
    keeper.restore(false, true);
    expect(box('sixth')?.bottom).toBe(HEIGHT);
  });
});

describe('what has come at the end', () => {
  it('is not gone along with where that would take the first of it out of view', () => {
    const { keeper, grow, scroller } = aView({ first: 400, second: 400 });
    grow('third', 400);
    expect(keeper.leavesBehind('third')).toBe(false);
    grow('fourth', 40);
    expect(keeper.leavesBehind('third')).toBe(false);
    // Below the day there is no room for it any more.
    grow('fifth', 40);
    expect(keeper.leavesBehind('third')).toBe(true);
    keeper.restore();
    scroller.scrollTop = 0;
    keeper.remember();
    expect(keeper.leavesBehind('third')).toBe(false);
  });
});
