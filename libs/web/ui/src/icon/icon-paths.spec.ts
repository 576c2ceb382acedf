import * as icons from './icons';
import { iconPaths } from './icon-paths';

describe('iconPaths', () => {
  it.each(Object.entries(icons))('draws %s', (_, icon) => {
    const paths = iconPaths(icon);
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) {
      expect(path).toMatch(/^m-?[\d.]/i);
      expect(path).not.toMatch(/NaN|undefined/);
    }
  });

  it('draws a circle, a line and a rounded rectangle', () => {
    expect(iconPaths([['circle', { cx: 12, cy: 12, r: 4 }]])).toEqual(['M8 12a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z']);
    expect(iconPaths([['line', { x1: 1, y1: 2, x2: 3, y2: 4 }]])).toEqual(['M1 2L3 4']);
    expect(iconPaths([['rect', { x: 2, y: 3, width: 10, height: 8, rx: 2 }]])[0]).toContain('a2 2 0 0 1 2 2');
  });

  it('refuses a shape that it does not know', () => {
    expect(() => iconPaths([['text', {}]])).toThrow('text');
  });
});
