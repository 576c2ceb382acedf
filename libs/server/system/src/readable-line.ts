/**
 * A line of a service's log as people read it: the message, what it was about and its error, of a JSON line; anything
 * else as it is.
 */
export function readableLine(line: string): string {
  if (!line.startsWith('{')) return line;
  try {
    const entry: unknown = JSON.parse(line);
    if (typeof entry !== 'object' || entry === null || !('msg' in entry)) return line;
    const error =
      'err' in entry && typeof entry.err === 'object' && entry.err !== null && 'message' in entry.err
        ? `: ${String(entry.err.message)}`
        : '';
    return `${String(entry.msg)}${error}`;
  } catch {
    return line;
  }
}
