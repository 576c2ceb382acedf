import fc from 'fast-check';
import { excerptPieces } from './excerpt-pieces';

it('sets apart what was found', () => {
  expect(
    excerptPieces('…a café, and cafés', [
      [3, 4],
      [13, 4],
    ]),
  ).toEqual([
    { text: '…a ', isMatch: false },
    { text: 'café', isMatch: true },
    { text: ', and ', isMatch: false },
    { text: 'café', isMatch: true },
    { text: 's', isMatch: false },
  ]);
});

it('loses nothing and adds nothing, wherever the matches are', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.array(fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 9 }))),
      (text, gaps) => {
        let at = 0;
        const matches = gaps.map(([gap, length]): [number, number] => {
          const start = at + gap;
          at = start + length;
          return [start, length];
        });
        expect(
          excerptPieces(text, matches)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      },
    ),
  );
});
