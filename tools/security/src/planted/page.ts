import type { Plant } from './plant';

export const BEGIN = '<!-- The planted faults: made by `npm run guards:planted`. -->';
export const END = '<!-- The end of the planted faults. -->';

/** What was seen when a guard was taken away; undefined where it was not tried yet. */
export type Seen = (plant: Plant) => string | undefined;

const cell = (text: string): string => text.replaceAll(/[|_*<>`]/g, (sign) => `\\${sign}`);
const nameOf = (file: string): string => file.split('/').at(-1)?.replace(/\.ts$/, '') ?? file;
const linked = (file: string): string => `[${nameOf(file)}](../${file})`;

/** What the page says of each guard, by the guard. */
export function seenOn(page: string): ReadonlyMap<string, string> {
  const rows = tableOn(page)
    .split('\n')
    .filter((line) => line.startsWith('|'));
  const cells = rows.map((line) => line.split(/(?<!\\)\|/).map((text) => text.trim()));
  return new Map(cells.map(([, guard = '', , , seen = '']) => [guard, seen]));
}

/** The page with its table of planted faults made anew. @throws Error where it does not say where that belongs */
export function withPlanted(page: string, plants: readonly Plant[], seen: Seen): string {
  const rows = plants.map((plant) => {
    const { guard, file, spec, test } = plant;
    return `| ${cell(guard)} | ${linked(file)} | ${cell(test)} (${linked(spec)}) | ${seen(plant) ?? ''} |`;
  });
  const table = ['| Guard | taken out of | The test that fails then | Seen |', '| --- | --- | --- | --- |', ...rows];
  const [begin, end] = marksOf(page);
  return `${page.slice(0, begin)}\n\n${table.join('\n')}\n\n${page.slice(end)}`;
}

/** What stands between the marks. */
export function tableOn(page: string): string {
  return page.slice(...marksOf(page));
}

/** Where the place of the table begins and ends. */
function marksOf(page: string): [begin: number, end: number] {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error('The page does not say where its planted faults begin and end.');
  return [begin + BEGIN.length, end];
}
