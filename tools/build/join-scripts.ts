import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { rolldown, type OutputChunk, type Plugin } from 'rolldown';
import { importedBy, scriptsOf, VIEWS, type BuildStats, type BuiltScript } from './site-views';

/** Pages that are there for anybody: whoever comes to one does not wait for what only members see. */
const FOR_ANYBODY = /^(?:libs\/web\/feature-auth\/src\/|apps\/web\/src\/app\/not-found\/)/;
const PRELOADED = /<link rel="modulepreload" href="[^"]+\.js">/g;

/**
 * Joins the scripts that a built site always fetches together: those of the first load, and those of each first view. The build makes one of every part that some
 * views share and others do not, more than twenty for a member's rooms; each costs a question, and below a kilobyte browsers keep nothing of what they compiled it to.
 * A second time it changes nothing. Nothing is taken away before all is there that comes in its place: where it fails, the site is as whole as it was.
 * @param directory of the built site, beside which lies what the build told of itself
 * @throws Error where the page names no `main` script, or it or a view is made of something that is not there
 */
export async function joinScripts(directory: string): Promise<void> {
  const statsFile = join(directory, '..', 'browser-stats.json');
  const stats = JSON.parse(await readFile(statsFile, 'utf8')) as BuildStats;
  if (stats.joined) return;
  const page = join(directory, 'index.html');
  const html = await readFile(page, 'utf8');
  const first = new Set([...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, name = '']) => name));
  const main = [...first].find((name) => name.startsWith('main'));
  if (main === undefined) throw new Error('index.html names no main script.');

  const joins = joinsOf(stats, first, main);
  await checkAllThere(directory, stats, new Set([...first, ...joins.keys()]));
  const chunks = await bundled(directory, main, joins);
  for (const { fileName, code, map } of chunks) {
    await writeFile(join(directory, fileName), code);
    if (map) await writeFile(join(directory, `${fileName}.map`), map.toString());
  }
  const before = new Set(chunks.flatMap(({ moduleIds }) => moduleIds.map((id) => basename(id))));
  const outputs = told(stats, chunks, before);
  const entry = chunks.find(({ isEntry }) => isEntry)?.fileName ?? main;
  await writeFile(page, withScripts(html, main, entry, { outputs }));
  await writeFile(statsFile, JSON.stringify({ ...stats, outputs, joined: true }));

  const now = new Set(chunks.map(({ fileName }) => fileName));
  const endings = ['', '.map', '.br', '.gz'];
  const gone = [...before].filter((name) => !now.has(name));
  await Promise.all(
    gone.flatMap((name) => endings.map((ending) => rm(join(directory, name + ending), { force: true }))),
  );
}

/** @throws Error where the build told nothing of a script, or it is not in the site */
async function checkAllThere(directory: string, stats: BuildStats, scripts: ReadonlySet<string>): Promise<void> {
  const there = new Set(await readdir(directory));
  const missing = [...scripts].filter((script) => !there.has(script));
  if (missing.length > 0) throw new Error(`The site lacks scripts that it is made of: ${missing.join(', ')}.`);
  const unknown = [...scripts].filter((script) => stats.outputs[script] === undefined);
  if (unknown.length > 0)
    throw new Error(`index.html names scripts that the build did not tell of: ${unknown.join(', ')}.`);
}

/** The join that each script goes into; without those that go into none. */
function joinsOf(stats: BuildStats, first: ReadonlySet<string>, main: string): ReadonlyMap<string, string> {
  const comesFirst = (script: string): boolean => first.has(script);
  const of = (sources: readonly string[]): ReadonlySet<string> => new Set(scriptsOf(stats, sources, comesFirst));
  const entries = Object.values(stats.outputs).flatMap(({ entryPoint }) => entryPoint ?? []);
  const anybody = of(entries.filter((source) => FOR_ANYBODY.test(source)));
  const [signIn, room] = [of(VIEWS['sign-in']), of(VIEWS.room)];
  const member = new Set([...of(VIEWS.rooms), ...of(VIEWS.page)]);
  const joinOf = (script: string): string | undefined => {
    if (script === main) return undefined;
    if (first.has(script)) return 'start';
    if (signIn.has(script) && member.has(script)) return 'shared';
    if (anybody.has(script)) return signIn.has(script) && !room.has(script) ? 'sign-in' : undefined;
    if (member.has(script)) return 'member';
    return room.has(script) ? 'room' : undefined;
  };
  const scripts = new Set([...first, ...anybody, ...signIn, ...room, ...member]);
  const joined = [...scripts].flatMap((script): [script: string, join: string][] => {
    const join = joinOf(script);
    return join === undefined ? [] : [[script, join]];
  });
  return new Map(joined);
}

/** What scripts are joined into. */
const JOINS = ['start', 'shared', 'sign-in', 'member', 'room'];

async function bundled(directory: string, main: string, joins: ReadonlyMap<string, string>): Promise<OutputChunk[]> {
  const bundle = await rolldown({
    input: join(directory, main),
    preserveEntrySignatures: false,
    plugins: [withMaps],
    // What was a script of its own may now be in one that is there already.
    checks: { ineffectiveDynamicImport: false },
    // It would put what members see into what everybody waits for.
    experimental: { chunkOptimization: false },
  });
  const name = ({ name }: { name: string }): string => `${name.replace(/-[\w-]{8}$/, '')}-[hash].js`;
  const { output } = await bundle.generate({
    ...{ sourcemap: 'hidden', sourcemapIgnoreList: false, minify: { mangle: false, compress: false } },
    ...{ entryFileNames: name, chunkFileNames: name },
    codeSplitting: {
      // The views need the main script too, which none of them is to have in it.
      includeDependenciesRecursively: false,
      groups: JOINS.map((join) => ({
        name: join,
        test: (id: string) => joins.get(basename(id)) === join,
      })),
    },
  });
  await bundle.close();
  return output.filter((one) => one.type === 'chunk');
}

/** Goes on from the build's own source maps, which no script names. */
const withMaps: Plugin = {
  name: 'with-maps',
  async load(id) {
    const map = await readFile(`${id}.map`, 'utf8').catch(() => null);
    return map === null ? null : { code: await readFile(id, 'utf8'), map };
  },
};

/** What the build would have told, had it made these scripts. */
function told(
  { outputs }: BuildStats,
  chunks: readonly OutputChunk[],
  before: ReadonlySet<string>,
): Record<string, BuiltScript> {
  const others = Object.entries(outputs).filter(([name]) => !before.has(name));
  const joined = chunks.map(({ fileName, moduleIds, imports, dynamicImports }): [string, BuiltScript] => {
    const entryPoints = moduleIds.flatMap((id) => outputs[basename(id)]?.entryPoint ?? []);
    const kinds = { 'import-statement': imports, 'dynamic-import': dynamicImports };
    const all = Object.entries(kinds).flatMap(([kind, paths]) => paths.map((path) => ({ path, kind })));
    return [fileName, { entryPoints, imports: all }];
  });
  return Object.fromEntries([...others, ...joined]);
}

/** The page, with what its scripts are called now. */
function withScripts(html: string, main: string, entry: string, stats: BuildStats): string {
  const imported = importedBy(stats, entry);
  const links = imported.map((script) => `<link rel="modulepreload" href="${script}">`).join('');
  const tag = /<script src="[^"]+"/.exec(html)?.[0] ?? '';
  return html
    .replaceAll(PRELOADED, '')
    .replace(tag, () => links + tag)
    .replace(`"${main}"`, `"${entry}"`);
}
