import type { Call } from './call-tree';

const WIDTH = 1_200;
const MARGIN = 16;
const ROW = 17;
const HEAD = 64;
/** What is narrower is left out, with all that it calls. */
const NARROWEST = 3;
/** A letter of this size, on average. */
const LETTER = 6.2;

const fills = { parley: '#f2b87e', package: '#a8c7ea', node: '#cfd6de', engine: '#e7b3b3' } as const;
const words: Readonly<Record<keyof typeof fills, string>> = {
  parley: 'Parley',
  package: 'packages',
  node: 'Node, and the kernel for it',
  engine: 'V8: garbage, compiling, native code',
};

/** A picture of who called whom and for how long: what is called stands on what calls it, as wide as its share of the time. An SVG. */
export function flameGraph(title: string, tree: Call): string {
  const boxes: string[] = [];
  const scale = (WIDTH - 2 * MARGIN) / tree.totalUs;
  const deepest = depth(tree, scale);
  const draw = (call: Call, x: number, level: number): void => {
    const width = call.totalUs * scale;
    if (width < NARROWEST) return;
    boxes.push(box(call, { x, y: HEAD + (deepest - level) * ROW, width, share: call.totalUs / tree.totalUs }));
    let left = x;
    for (const callee of [...call.callees.values()].toSorted((one, other) => one.name.localeCompare(other.name))) {
      draw(callee, left, level + 1);
      left += callee.totalUs * scale;
    }
  };
  draw(tree, MARGIN, 1);
  const height = HEAD + deepest * ROW + MARGIN;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="11">
<rect width="100%" height="100%" fill="#fff"/>
<text x="${MARGIN}" y="26" font-size="16" font-weight="600">${escaped(title)}</text>
${legend()}
${boxes.join('\n')}
</svg>
`;
}

function depth(call: Call, scale: number): number {
  if (call.totalUs * scale < NARROWEST) return 0;
  return 1 + Math.max(0, ...[...call.callees.values()].map((callee) => depth(callee, scale)));
}

function box(
  { name, owner }: Call,
  { x, y, width, share }: Readonly<Record<'x' | 'y' | 'width' | 'share', number>>,
): string {
  const told = `${name}${owner === 'engine' || owner === 'node' ? '' : ` · ${owner}`} · ${(share * 100).toFixed(1)} %`;
  const room = Math.floor((width - 4) / LETTER);
  const label = name.length > room ? (room < 3 ? '' : `${name.slice(0, room - 1)}…`) : name;
  const rect = `<rect x="${x.toFixed(1)}" y="${y}" width="${(width - 0.5).toFixed(1)}" height="${ROW - 1}" rx="2" fill="${fills[kindOf(owner)]}"/>`;
  const text = label === '' ? '' : `<text x="${(x + 3).toFixed(1)}" y="${y + 12}">${escaped(label)}</text>`;
  return `<g><title>${escaped(told)}</title>${rect}${text}</g>`;
}

function legend(): string {
  let x = MARGIN;
  return Object.entries(words)
    .map(([kind, text]) => {
      const drawn = `<rect x="${x}" y="38" width="12" height="12" fill="${fills[kind as keyof typeof fills]}"/><text x="${x + 18}" y="48">${text}</text>`;
      x += 40 + text.length * LETTER;
      return drawn;
    })
    .join('');
}

function kindOf(owner: string): keyof typeof fills {
  return owner === 'parley' || owner === 'node' || owner === 'engine' ? owner : 'package';
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
