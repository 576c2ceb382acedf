import { readFileSync } from 'node:fs';

/**
 * Whether a path of the build context is sent to the builder: the last line of `.dockerignore` that matches the path, or a folder that it
 * is in, decides, and `!` lets it through.
 */
export function isSent(path: string, lines: readonly string[]): boolean {
  return lines.reduce((sent, line) => {
    const lets = line.startsWith('!');
    return expression(lets ? line.slice(1) : line).test(path) ? lets : sent;
  }, true);
}

/** `**` is any number of folders, `*` any name or part of one, also of names that begin with a dot. */
function expression(pattern: string): RegExp {
  const source = pattern
    .replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('**/', '(?:.*/)?')
    .replaceAll(/(?<!\.)\*/g, '[^/]*');
  return new RegExp(`^${source}(?:/.*)?$`);
}

/** The patterns of a `.dockerignore`, comments and blank lines left out. */
export function readDockerIgnore(path: string): readonly string[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
}
