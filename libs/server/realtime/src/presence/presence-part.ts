/** How a member is there on one device, on one node or in all; `since`, in milliseconds of the epoch, is when that began. Nothing at all is offline. */
export interface PresencePart {
  readonly status: 'online' | 'away';
  readonly since: number;
}

/** What one other node says. */
export interface NodePart extends PresencePart {
  readonly node: string;
}

/**
 * What several parts come to: somebody who is online on one device is online; away since the last device was used where all are idle. In whatever order
 * and grouping parts are put together, and however often one is counted, the outcome is the same: so devices make a node's part, and nodes a member's.
 */
export function strongest(parts: Iterable<PresencePart>): PresencePart | null {
  let best: PresencePart | null = null;
  for (const part of parts) if (best === null || isStronger(part, best)) best = part;
  return best === null ? null : { status: best.status, since: best.since };
}

function isStronger(one: PresencePart, other: PresencePart): boolean {
  if (one.status !== other.status) return one.status === 'online';
  return one.since > other.since;
}

const WRITTEN = /^(online|away):(\d{1,15})$/;

/** A part as it is kept in Redis. */
export function writePart({ status, since }: PresencePart): string {
  return `${status}:${since}`;
}

/** The parts in one member's record, by node; whatever is no part is left out. */
export function readParts(record: Readonly<Record<string, string>>): NodePart[] {
  return Object.entries(record).flatMap(([node, text]) => {
    const [, status, since] = WRITTEN.exec(text) ?? [];
    if ((status !== 'online' && status !== 'away') || since === undefined) return [];
    return [{ node, status, since: Number(since) }];
  });
}
