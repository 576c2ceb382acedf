import { aimsTable, isMet, type AimedFigure } from './aims';

const figure = (value: number, aim: AimedFigure['aim']): AimedFigure => ({ name: 'opening', unit: 'ms', value, aim });

it.each([
  [999, { atMost: 1_000 }, true],
  [1_000, { atMost: 1_000 }, true],
  [1_001, { atMost: 1_000 }, false],
  [50, { atLeast: 50 }, true],
  [49, { atLeast: 50 }, false],
  [49, null, null],
])('%s is held against %j', (value, aim, met) => {
  expect(isMet(figure(value, aim))).toBe(met);
});

it('misses an aim that nothing was measured for', () => {
  expect(isMet(figure(Number.NaN, { atMost: 1 }))).toBe(false);
});

it('prints a line for each, and says what is missed', () => {
  const [, met, missed, told] = aimsTable([
    figure(640, { atMost: 1_000 }),
    { ...figure(31.25, { atLeast: 50 }), note: 'plain text: 40' },
    figure(2, null),
  ]).split('\n');
  expect(met).toMatch(/^opening\s+ms\s+640\s+≤ 1000\s+met$/);
  expect(missed).toMatch(/^opening\s+ms\s+31\.3\s+≥ 50\s+MISSED\s+plain text: 40$/);
  expect(told).toMatch(/^opening\s+ms\s+2\.00$/);
});
