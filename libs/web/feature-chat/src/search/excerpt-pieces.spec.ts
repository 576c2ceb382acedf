import fc from 'fast-check';
import { placesToRead } from '../overview/preview-text';
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

it('leaves marks of Markdown out, wherever what was found stands among them', () => {
  expect(excerptPieces('Say **`je` mange**, see [verbs](https://parley.example/je)', [[7, 2]])).toEqual([
    { text: 'Say ', isMatch: false },
    { text: 'je', isMatch: true },
    { text: ' mange, see verbs', isMatch: false },
  ]);
});

it('shows a mark in which something was found', () => {
  expect(excerptPieces('the [page](https://verbs.example/)', [[19, 5]])).toEqual([
    { text: 'the [page](https://', isMatch: false },
    { text: 'verbs', isMatch: true },
    { text: '.example/)', isMatch: false },
  ]);
});

it('leaves what is no pair of marks, and what is in code, as it was typed', () => {
  expect(excerptPieces('so 2**8 is `__init__` there', [[22, 5]])).toEqual([
    { text: 'so 2**8 is __init__ ', isMatch: false },
    { text: 'there', isMatch: true },
  ]);
});

it('loses none of what is to be read or was found, and adds nothing, wherever the matches are', () => {
  const words = fc.string({ unit: fc.constantFrom(...'ab *_`~[]() \n\u{1f600}') });
  fc.assert(
    fc.property(words, fc.array(fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 9 }))), (text, gaps) => {
      let at = 0;
      const matches = gaps.map(([gap, length]): [number, number] => {
        const start = at + gap;
        at = start + length;
        return [start, length];
      });
      const pieces = excerptPieces(text, matches);
      const found = matches.map(([start, length]) => text.slice(start, start + length)).filter((each) => each !== '');
      expect(pieces.filter(({ isMatch }) => isMatch).map((piece) => piece.text)).toEqual(found);
      const kept = new Set(matches.flatMap(([start, length]) => Array.from({ length }, (_, index) => start + index)));
      const read = placesToRead(text, kept).map((place) => text[place]);
      expect(pieces.map((piece) => piece.text).join('')).toBe(read.join(''));
    }),
  );
});
