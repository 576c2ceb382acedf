import fc from 'fast-check';
import { createChooser } from './chooser';
import { ana } from './line';
import { seededRandom } from './seeded-random';
import { withTypo } from './typos';

describe('withTypo', () => {
  it('swaps two letters, and says the word again or not', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const line = ana('mañana seguimos practicando');
        const [typed, again] = withTypo(line, createChooser(seededRandom(seed)));
        expect(typed?.text).toHaveLength(line.text.length);
        expect([...(typed?.text ?? '')].toSorted()).toEqual([...line.text].toSorted());
        expect([undefined, '*mañana', '*seguimos', '*practicando']).toContain(again?.text);
      }),
    );
  });

  it.each(['https://example.com/photos', '`const` never changes', 'the **whole** word', 'mañana', 'sí, ya sé'])(
    'leaves %j alone',
    (text) => {
      const line = ana(text);
      expect(withTypo(line, createChooser(seededRandom(1)))).toEqual([line]);
    },
  );
});
