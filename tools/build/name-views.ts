import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const CHAT = 'libs/web/feature-chat/src';
const SHELL = 'apps/web/src/app/shell/shell.ts';

/**
 * What the views of an address are made of, by what the page shows first there (`data-first`), and each language's words. The page fetches these scripts before the app asks for them; the app imports
 * the same ones in `fetch-ahead.ts`.
 */
const VIEWS: Readonly<Record<string, readonly string[]>> = {
  'sign-in': ['libs/web/feature-auth/src/login-page.ts'],
  rooms: [SHELL, `${CHAT}/index.ts`, `${CHAT}/rooms-page.ts`, `${CHAT}/no-room.ts`],
  room: [SHELL, `${CHAT}/index.ts`, `${CHAT}/rooms-page.ts`, `${CHAT}/room/room-page.ts`],
  page: [SHELL],
  en: ['libs/web/ui/src/words/en.json'],
  de: ['libs/web/ui/src/words/de.json'],
};

/** Where index.html takes the names. */
const PLACE = /(const views = )\{[^}]*\}/;

/** What is read of what esbuild tells of its output. */
interface BuildStats {
  readonly outputs: Readonly<
    Record<string, { entryPoint?: string; imports: readonly { path: string; kind: string; external?: boolean }[] }>
  >;
}

/**
 * Names the scripts of the first views in the one page of a built site, so that the page can fetch them all at once: the app would learn of them one after the other.
 * `finish-site.ts` does it; by itself: `tsx tools/build/name-views.ts dist/apps/web/browser`.
 * @param directory of the built site, beside which lies what the build told of itself
 * @throws Error where a view is made of something that is not there, or the page has no place for it
 */
export async function nameViews(directory: string): Promise<void> {
  const stats = JSON.parse(await readFile(join(directory, '..', 'browser-stats.json'), 'utf8')) as BuildStats;
  const page = join(directory, 'index.html');
  const html = await readFile(page, 'utf8');
  if (!PLACE.test(html)) throw new Error('index.html has no `const views = {}` for the scripts of its views.');
  const named = Object.entries(VIEWS).map(([view, sources]) => [
    view,
    scriptsOf(stats, sources, html.replace(PLACE, '')),
  ]);
  const views = JSON.stringify(Object.fromEntries(named));
  await writeFile(
    page,
    html.replace(PLACE, (_, start: string) => start + views),
  );
}

/** The scripts that some sources were built into, and all that these import, but for what the page names anyway; in the order in which they are needed. */
function scriptsOf({ outputs }: BuildStats, sources: readonly string[], html: string): string[] {
  const scripts = new Set<string>();
  const add = (script: string): void => {
    if (scripts.has(script) || html.includes(`"${script}"`)) return;
    scripts.add(script);
    for (const { path, kind, external } of outputs[script]?.imports ?? [])
      if (kind === 'import-statement' && !external) add(path);
  };
  for (const source of sources) {
    const [script] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === source) ?? [];
    if (script === undefined)
      throw new Error(`No script of its own was built of ${source}, which a first view is made of.`);
    add(script);
  }
  return [...scripts];
}

const [directory] = process.argv.slice(2);
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (directory === undefined) throw new Error('usage: name-views <directory of the built site>');
  await nameViews(directory);
}
