/** What is in code stands as it was typed: its marks alone go, and none is looked for in it. The text may be cut off before a block of it ends. */
const CODE = [
  /(?<=^|\s)```[\w+#.-]*\s(?<words>(?:(?!```).)*?)(?:\s```(?=\s|$)|$)/dgsu,
  /(?<!`)(?<ticks>`+)(?!`)(?<words>.*?[^`])\k<ticks>(?!`)/dgsu,
];

/** Other pairs of marks of Markdown, one kind after the other, and what of them is words. */
const PAIRS = [
  /!?\[(?<words>[^\]]+)\]\([^)\s]+\)/dgu,
  /(?<!\*)\*\*(?!\s|\*\*)(?<words>.*?[^\s])\*\*/dgu,
  /(?<![\p{L}\p{N}_])__(?!\s|__)(?<words>.*?[^\s])__(?![\p{L}\p{N}])/dgu,
  /(?<!~)~~(?=[^\s~])(?<words>.*?[^\s~])~~(?!~)/dgu,
  /(?<=^|\s)(?<mark>[*_])(?!\s|\k<mark>)(?<words>.*?)(?<!\s|\k<mark>)\k<mark>(?=[\s.,;:!?…]|$)/dgu,
];

/** Stands for what is in code where other marks are looked for: part of a word, and no mark. */
const IN_CODE = 'x';

/**
 * The places of a text that are read where it is skimmed, in order, in UTF-16 units: all but its marks of Markdown. What is no pair of marks stays, such as the
 * `**` of a power or the `_` of a name in code; so does a pair in which one of `kept` lies.
 */
export function placesToRead(text: string, kept: ReadonlySet<number> = new Set()): number[] {
  let places = Array.from({ length: text.length }, (_, place) => place);
  const inCode = new Set<number>();
  const clear = (marks: RegExp, isCode: boolean): void => {
    const left = places.map((place) => (inCode.has(place) ? IN_CODE : text[place])).join('');
    const gone = new Set<number>();
    for (const { indices } of left.matchAll(marks)) {
      const [start, end] = indices?.[0] ?? [0, 0];
      const [from, to] = indices?.groups?.['words'] ?? [end, end];
      if (isCode) range(start, end).forEach((at) => inCode.add(places[at] ?? -1));
      const marked = [...range(start, from), ...range(to, end)];
      if (!marked.some((at) => kept.has(places[at] ?? -1))) marked.forEach((at) => gone.add(at));
    }
    places = places.filter((_, at) => !gone.has(at));
  };
  for (const marks of CODE) clear(marks, true);
  for (const marks of PAIRS) clear(marks, false);
  return places;
}

/** A preview without its marks of Markdown: one line to skim, not to read. Empty only where there is no text: of nothing but marks, all are shown. */
export function previewText(preview: string): string {
  const read = placesToRead(preview).map((place) => preview[place]);
  return inOneLine(read.join('')) || inOneLine(preview);
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
