import { contrast, oklch, over, type LinearColour } from './oklch.fixture';

declare const __dirname: string;
const { readFileSync } = jest.requireActual<{ readFileSync(path: string, encoding: 'utf8'): string }>('node:fs');

const css = readFileSync(`${__dirname}/tokens.css`, 'utf8');
const [, plain = '', more = ''] = /^([^]*)(:root\[data-contrast='more'\] \{[^]*?\n\})/m.exec(css) ?? [];

type Scheme = 'light' | 'dark';
type Colours = ReadonlyMap<string, Record<Scheme, LinearColour>>;

const coloursOf = (text: string): Colours =>
  new Map(
    [...text.matchAll(/--([\w-]+): light-dark\((oklch\([^)]*\)), (oklch\([^)]*\))\);/g)].map(
      ([, name = '', light = '', dark = '']) => [name, { light: oklch(light), dark: oklch(dark) }],
    ),
  );
/** What is set for high contrast is laid over the rest. */
const palettes = { plain: coloursOf(plain), more: new Map([...coloursOf(plain), ...coloursOf(more)]) };

/** The least contrast that text and controls have: AA of WCAG 2, and AAA for whoever asks for more. */
const looks = [
  { contrast: 'plain', scheme: 'light', text: 4.5, control: 3 },
  { contrast: 'plain', scheme: 'dark', text: 4.5, control: 3 },
  { contrast: 'more', scheme: 'light', text: 7, control: 4.5 },
  { contrast: 'more', scheme: 'dark', text: 7, control: 4.5 },
] as const;
type Look = (typeof looks)[number];

function colour(name: string, { contrast: palette, scheme }: Look): LinearColour {
  const found = palettes[palette].get(name);
  if (!found) throw new Error(`There is no colour --${name}.`);
  return found[scheme];
}

/** The contrast of one token on another; a translucent ground lies on paper. */
function ratio(front: string, ground: string, look: Look): number {
  const below = over(colour(ground, look), colour('paper', look));
  return contrast(over(colour(front, look), below), below);
}

const grounds = ['table', 'paper', 'surface', 'raised', 'hover', 'tint', 'own'];

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
  ['ink-soft', 'blank'],
];

/** What shows where a control is, and where the focus. */
const controls: [front: string, ground: string][] = ['line-strong', 'focus', 'primary', 'danger', 'here'].flatMap(
  (front) => ['table', 'paper', 'surface', 'raised'].map((ground): [string, string] => [front, ground]),
);

describe.each(looks)('colours in the $scheme, contrast $contrast', (look) => {
  it.each(text)('--%s on --%s can be read', (front, ground) => {
    expect(ratio(front, ground, look)).toBeGreaterThanOrEqual(look.text);
  });

  it.each(controls)('--%s on --%s can be seen', (front, ground) => {
    expect(ratio(front, ground, look)).toBeGreaterThanOrEqual(look.control);
  });

  it('keeps the two of the exchange apart from each other and from the paper', () => {
    const difference = (a: LinearColour, b: LinearColour): number =>
      Math.hypot(...a.rgb.map((channel, index) => channel - (b.rgb[index] ?? 0)));
    expect(difference(colour('teach', look), colour('learn', look))).toBeGreaterThan(0.3);
    for (const side of ['teach', 'learn'])
      expect(ratio(side, 'paper', look)).toBeGreaterThan(look.contrast === 'more' ? 3 : 1.8);
  });
});

it('reads every colour of the file', () => {
  expect(coloursOf(css).size).toBe(palettes.plain.size);
  expect(coloursOf(plain).size + coloursOf(more).size).toBe(css.match(/: light-dark\(/g)?.length);
});
