import { basename } from 'node:path';
import type { Proof } from './find-proofs';
import { areas, type Item } from './items';

const BEGIN = '<!-- The table: made by `npm run security:table`. -->';
const END = '<!-- The end of the table. -->';

/** The tables of all attacks, by area: a row for each test, or for the reason why there is none. */
function tablesOf(proofs: readonly Proof[]): string {
  return Object.entries(areas)
    .map(([area, items]) =>
      [
        `### ${area}`,
        '',
        '| | Attack | Answer | Shown by | in |',
        '| --- | --- | --- | --- | --- |',
        ...items.flatMap((item) => rowsOf(item, proofs)),
      ].join('\n'),
    )
    .join('\n\n');
}

function rowsOf({ number, attack, answer, reason }: Item, proofs: readonly Proof[]): string[] {
  const mine = proofs.filter(({ numbers }) => numbers.includes(number));
  if (mine.length === 0) return [row([`S${number}`, attack, answer, `_${reason ?? 'nothing'}_`, ''])];
  return mine.map(({ title, file }, index) => {
    const head = index === 0 ? [`S${number}`, attack, answer] : ['', '', ''];
    return row([...head, escaped(title), `[${basename(file).replace(/\.ts$/, '')}](../${file})`]);
  });
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A title as it is, whatever signs of Markdown it holds. */
const escaped = (title: string): string => title.replaceAll(/[|_*<>`]/g, (sign) => `\\${sign}`);

/** The page with its tables made anew. @throws Error where it does not say where they belong */
export function withTables(page: string, proofs: readonly Proof[]): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error('The page does not say where its tables begin and end.');
  return `${page.slice(0, begin + BEGIN.length)}\n\n${tablesOf(proofs)}\n\n${page.slice(end)}`;
}
