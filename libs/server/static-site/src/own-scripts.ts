import { createHash } from 'node:crypto';

/**
 * The scripts that a page holds in itself, each by its hash, as `script-src` wants to have them: `'sha256-…'`. They run as our files do; one that
 * somebody else puts into the page has another hash, and does not.
 */
export function ownScripts(html: string): string[] {
  return [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
}
