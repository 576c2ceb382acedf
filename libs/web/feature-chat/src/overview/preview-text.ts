/** A preview without its marks of Markdown: one line to skim, not to read. What is no pair of marks stays, such as the `_` of a name in code. */
export function previewText(preview: string): string {
  return preview
    .replaceAll(/```[\w+#.-]*|~~|\*\*|`/g, '')
    .replaceAll(/!?\[([^\]]+)\]\([^)\s]+\)/g, '$1')
    .replaceAll(/(^|\s)[*_](\S(?:.*?\S)?)[*_](?=[\s.,;:!?…]|$)/g, '$1$2')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
