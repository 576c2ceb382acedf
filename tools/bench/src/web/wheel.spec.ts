import { perSecond } from './wheel';

it('counts frames by whole seconds', () => {
  const frames = [...Array(60).keys()].map((frame) => 500 + (frame * 1_000) / 60);
  const slow = [...Array(10).keys()].map((frame) => 1_500 + frame * 100);
  expect(perSecond([...frames, ...slow, 2_500, 2_700])).toEqual([60, 10]);
});

it('counts nothing where nothing was drawn', () => {
  expect(perSecond([])).toEqual([]);
  expect(perSecond([7])).toEqual([]);
});
