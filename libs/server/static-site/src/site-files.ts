import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Codings that a build lays beside its files, the better first: by the name in `Accept-Encoding`, and the ending of the file. */
const CODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** What is sent for a path. */
export interface SiteFile {
  /** In the site's directory, e.g. `/main-4F2K7QXA.js.br`. */
  readonly path: string;
  /** Null where it is sent as it is. */
  readonly coding: string | null;
}

/**
 * The files of a built site, listed once. Whatever a request names is looked up in this list and never in the file system, nor matched by a pattern:
 * no spelling of a path leads out of the directory or costs more than another.
 */
export class SiteFiles {
  private readonly paths: ReadonlySet<string>;

  constructor(directory: string) {
    const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    this.paths = new Set(
      files.map(({ parentPath, name }) => `/${relative(directory, join(parentPath, name)).split(sep).join('/')}`),
    );
  }

  /**
   * @param path as in the address, before any `?`; one that names no file of the build, and does not look as if it did, is the page's
   * @param accepted the header `Accept-Encoding`
   * @returns undefined where there is nothing at that path
   */
  find(path: string, accepted = ''): SiteFile | undefined {
    const plain = this.plain(path);
    if (plain === undefined) return undefined;
    const codings = accepted.split(',').map((text) => text.trim().toLowerCase());
    for (const [coding, ending] of CODINGS) {
      if (codings.some((offer) => takes(offer, coding)) && this.paths.has(plain + ending))
        return { path: plain + ending, coding };
    }
    return { path: plain, coding: null };
  }

  private plain(path: string): string | undefined {
    if (this.paths.has(path)) return path;
    const lastPart = path.slice(path.lastIndexOf('/') + 1);
    return lastPart.includes('.') ? undefined : '/index.html';
  }
}

/** Whether one offer of `Accept-Encoding`, such as `br` or `gzip;q=0.8`, lets a coding be used. */
function takes(offer: string, coding: string): boolean {
  const [name, weight = 'q=1'] = offer.split(';').map((part) => part.trim());
  return name === coding && Number(weight.replace(/^q=/, '')) > 0;
}
