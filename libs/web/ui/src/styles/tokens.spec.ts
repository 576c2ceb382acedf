import { contrast, oklch, over, type LinearColour } from './oklch.fixture';

declare const __dirname: string;
const { readFileSync } = jest.requireActual<{ readFileSync(path: string, encoding: 'utf8'): string }>('node:fs');

const css = readFileSync(`${__dirname}/tokens.css`, 'utf8');
const colours = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((oklch\([^)]*\)), (oklch\([^)]*\))\);/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light: oklch(light), dark: oklch(dark) }],
  ),
);

type Scheme = 'light' | 'dark';

function colour(name: string, scheme: Scheme): LinearColour {
  const found = colours.get(name);
  if (!found) throw new Error(`There is no colour --${name}.`);
  return found[scheme];
}

/** The contrast of one token on another; a translucent ground lies on paper. */
function ratio(front: string, ground: string, scheme: Scheme): number {
  const below = over(colour(ground, scheme), colour('paper', scheme));
  return contrast(over(colour(front, scheme), below), below);
}

const grounds = ['table', 'paper', 'surface', 'raised', 'hover', 'own'];

/** What is read: text on what it lies on. */
const text: [front: string, ground: string][] = [
  ...['ink', 'ink-soft', 'ink-faint', 'primary', 'danger-ink'].flatMap((front) =>
    grounds.map((ground): [string, string] => [front, ground]),
  ),
  ['teach-ink', 'teach-soft'],
  ['learn-ink', 'learn-soft'],
  ['danger-ink', 'danger-soft'],
  ['on-primary', 'primary'],
  ['on-primary', 'primary-strong'],
  ['on-danger', 'danger'],
  ['ink', 'primary-soft'],
  ['primary', 'primary-soft'],
  ['paper', 'ink'],
];

/** What shows where a control is, and where the focus. */
const controls: [front: string, ground: string][] = ['line-strong', 'focus', 'primary', 'danger'].flatMap((front) =>
  ['table', 'paper', 'surface', 'raised'].map((ground): [string, string] => [front, ground]),
);

describe.each(['light', 'dark'] as const)('colours of the %s scheme', (scheme) => {
  it.each(text)('--%s on --%s can be read', (front, ground) => {
    expect(ratio(front, ground, scheme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(controls)('--%s on --%s can be seen', (front, ground) => {
    expect(ratio(front, ground, scheme)).toBeGreaterThanOrEqual(3);
  });

  it('keeps the two of the exchange apart from each other and from the paper', () => {
    const difference = (a: LinearColour, b: LinearColour): number =>
      Math.hypot(...a.rgb.map((channel, index) => channel - (b.rgb[index] ?? 0)));
    expect(difference(colour('teach', scheme), colour('learn', scheme))).toBeGreaterThan(0.3);
    for (const side of ['teach', 'learn']) expect(ratio(side, 'paper', scheme)).toBeGreaterThan(1.8);
  });
});

it('reads every colour of the file', () => {
  expect(colours.size).toBe(css.match(/: light-dark\(/g)?.length);
});
