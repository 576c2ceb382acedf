import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scriptsOf, VIEWS, type BuildStats } from './site-views';

/** What the page may fetch before the app asks for it: the views, and each language's words. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  ...VIEWS,
  en: ['libs/web/ui/src/words/en.json'],
  de: ['libs/web/ui/src/words/de.json'],
};

/** Where index.html takes the names. */
const PLACE = /(const views = )\{[^}]*\}/;

/**
 * Names the scripts of the first views in the one page of a built site, so that the page can fetch them all at once: the app would learn of them one after the other.
 * @param directory of the built site, beside which lies what the build told of itself
 * @throws Error where a view is made of something that is not there, or the page has no place for it
 */
export async function nameViews(directory: string): Promise<void> {
  const stats = JSON.parse(await readFile(join(directory, '..', 'browser-stats.json'), 'utf8')) as BuildStats;
  const path = join(directory, 'index.html');
  const html = await readFile(path, 'utf8');
  if (!PLACE.test(html)) throw new Error('index.html has no `const views = {}` for the scripts of its views.');
  const page = html.replace(PLACE, '');
  const comesAnyway = (script: string): boolean => page.includes(`"${script}"`);
  const named = Object.entries(NAMED).map(([view, sources]) => [view, scriptsOf(stats, sources, comesAnyway)]);
  const views = JSON.stringify(Object.fromEntries(named));
  await writeFile(
    path,
    html.replace(PLACE, (_, start: string) => start + views),
  );
}
