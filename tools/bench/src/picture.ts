import { aimWords, isWithin, type Aim } from './aims';
import { isAimed, type Found } from './bench';
import { digits } from './table';

/** One figure: its bars, all by one scale, and where its aim lies on that. */
interface Row {
  readonly label: string;
  readonly bars: readonly { readonly value: number; readonly fill: string; readonly text: string }[];
  readonly aim: { readonly at: number; readonly words: string; readonly isMet: boolean } | null;
}

const WIDTH = 960;
const LABELS = 380;
const BARS = 380;
const BAR = 16;
const GAP = 18;
const HEAD = 64;
const [OURS, BASELINE, MET, MISSED] = ['#1f5fa8', '#9aa4b2', '#1c7c3c', '#b3261e'];

/** What a bench has found as a picture: a bar for each figure, beside it the baseline's where there is one, and a line where the aim is. An SVG. */
export function picture(title: string, found: Found): string {
  const rows = rowsOf(found);
  const parts: string[] = [];
  let y = HEAD;
  for (const row of rows) {
    parts.push(drawn(row, y));
    y += row.bars.length * BAR + GAP;
  }
  const legend = isAimed(found) ? '' : `${key(LABELS, OURS, 'Parley')}${key(LABELS + 110, BASELINE, 'baseline')}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${y}" viewBox="0 0 ${WIDTH} ${y}" font-family="system-ui, sans-serif" font-size="13">
<rect width="100%" height="100%" fill="#fff"/>
${text(16, 26, title, 'font-size="16" font-weight="600"')}
${legend}
${parts.join('\n')}
</svg>
`;
}

function rowsOf(found: Found): readonly Row[] {
  if (isAimed(found))
    return found.map(({ name, unit, value, aim }) => {
      return { label: `${name}: ${unit}`, bars: [bar(value, OURS)], aim: aim && aimOf(aim, bound(aim), value) };
    });
  return found.map(({ name, unit, ours, baseline, ratio, aim }) => {
    const times = `${digits(ours)}  (× ${digits(ratio)})`;
    const at = aim === undefined ? 0 : bound(aim) * (aim.of === 'ratio' ? baseline : 1);
    return {
      label: `${name}: ${unit}`,
      bars: [{ ...bar(ours, OURS), text: times }, bar(baseline, BASELINE)],
      aim: aim === undefined ? null : aimOf(aim, at, aim.of === 'ours' ? ours : ratio),
    };
  });
}

const bar = (value: number, fill: string) => ({ value, fill, text: digits(value) });
const bound = (aim: Aim): number => ('atMost' in aim ? aim.atMost : aim.atLeast);

function aimOf(aim: Aim, at: number, value: number): Row['aim'] {
  return { at, words: `aim ${aimWords(aim)}`, isMet: isWithin(value, aim) };
}

function drawn({ label, bars, aim }: Row, y: number): string {
  const most = Math.max(...bars.map(({ value }) => (value > 0 ? value : 0)), aim?.at ?? 0);
  const long = (value: number): number => (most > 0 && value > 0 ? Math.round((value / most) * BARS) : 0);
  const drawnBars = bars.map(({ value, fill, text: words }, index) => {
    const top = y + index * BAR;
    const length = long(value);
    return `<rect x="${LABELS}" y="${top}" width="${length}" height="${BAR - 2}" fill="${fill}"/>${text(LABELS + length + 6, top + 12, words)}`;
  });
  if (aim === null) return [text(16, y + 12, label), ...drawnBars].join('');
  const x = LABELS + long(aim.at);
  const colour = aim.isMet ? MET : MISSED;
  const line = `<line x1="${x}" x2="${x}" y1="${y - 5}" y2="${y + bars.length * BAR + 3}" stroke="${colour}" stroke-width="2" stroke-dasharray="4 3"/>`;
  const words = text(
    WIDTH - 16,
    y + (bars.length - 1) * BAR + 12,
    `${aim.words}, ${aim.isMet ? 'met' : 'missed'}`,
    `fill="${colour}" text-anchor="end"`,
  );
  return [text(16, y + 12, label), ...drawnBars, line, words].join('');
}

function key(x: number, fill: string, words: string): string {
  return `<rect x="${x}" y="38" width="12" height="12" fill="${fill}"/>${text(x + 18, 49, words)}`;
}

function text(x: number, y: number, words: string, more = ''): string {
  const escaped = words.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<text x="${x}" y="${y}" ${more}>${escaped}</text>`;
}
