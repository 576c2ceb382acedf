/** Marks of Markdown, one kind after the other, and what of them is words (`words`), where any is. */
const MARKS = [
  /```[\w+#.-]*|~~|\*\*|`/dg,
  /!?\[(?<words>[^\]]+)\]\([^)\s]+\)/dg,
  /(?<=^|\s)[*_](?<words>\S(?:.*?\S)?)[*_](?=[\s.,;:!?…]|$)/dg,
];

/**
 * The places of a text that are read where it is skimmed, in order, in UTF-16 units: all but its marks of Markdown. What is no pair of marks stays, such as the
 * `_` of a name in code; so does a mark in which one of `kept` lies.
 */
export function placesToRead(text: string, kept: ReadonlySet<number> = new Set()): number[] {
  let places = Array.from({ length: text.length }, (_, place) => place);
  for (const marks of MARKS) {
    const left = places.map((place) => text[place]).join('');
    const gone = new Set<number>();
    for (const { indices } of left.matchAll(marks)) {
      const [start, end] = indices?.[0] ?? [0, 0];
      const [from, to] = indices?.groups?.['words'] ?? [end, end];
      const marked = [...range(start, from), ...range(to, end)];
      if (!marked.some((at) => kept.has(places[at] ?? -1))) marked.forEach((at) => gone.add(at));
    }
    places = places.filter((_, at) => !gone.has(at));
  }
  return places;
}

/** A preview without its marks of Markdown: one line to skim, not to read. */
export function previewText(preview: string): string {
  return placesToRead(preview)
    .map((place) => preview[place])
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
