import type { IconNode } from './icons';

type Attributes = IconNode[number][1];

const number = (attributes: Attributes, name: string): number => Number(attributes[name] ?? 0);

/** An ellipse as two half arcs. */
function ellipse(cx: number, cy: number, rx: number, ry: number): string {
  return `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`;
}

function rectangle(x: number, y: number, width: number, height: number, corner: number): string {
  const r = Math.min(corner, width / 2, height / 2);
  if (r === 0) return `M${x} ${y}h${width}v${height}h${-width}Z`;
  const bend = (dx: number, dy: number): string => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  return (
    `M${x + r} ${y}h${width - 2 * r}${bend(r, r)}v${height - 2 * r}${bend(-r, r)}` +
    `h${2 * r - width}${bend(-r, -r)}v${2 * r - height}${bend(r, -r)}Z`
  );
}

function shapePath([tag, attributes]: IconNode[number]): string {
  const at = (name: string): number => number(attributes, name);
  switch (tag) {
    case 'path':
      return String(attributes['d'] ?? '');
    case 'circle':
      return ellipse(at('cx'), at('cy'), at('r'), at('r'));
    case 'ellipse':
      return ellipse(at('cx'), at('cy'), at('rx'), at('ry'));
    case 'line':
      return `M${at('x1')} ${at('y1')}L${at('x2')} ${at('y2')}`;
    case 'rect':
      return rectangle(at('x'), at('y'), at('width'), at('height'), at('rx'));
    case 'polyline':
      return `M${String(attributes['points'] ?? '')}`;
    case 'polygon':
      return `M${String(attributes['points'] ?? '')}Z`;
    default:
      throw new Error(`An icon has a shape that cannot be drawn: ${tag}`);
  }
}

/** Each shape of an icon as an SVG path in its 24 by 24 box, so that one kind of element draws them all. */
export function iconPaths(icon: IconNode): string[] {
  return icon.map(shapePath);
}
