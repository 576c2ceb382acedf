const CHAT = 'libs/web/feature-chat/src';
const SHELL = 'apps/web/src/app/shell/shell.ts';

/** What the views of an address are made of, by what the page shows first there (`data-first`). The app imports the same ones in `fetch-ahead.ts`. */
export const VIEWS = {
  'sign-in': ['libs/web/feature-auth/src/login-page.ts'],
  rooms: [SHELL, `${CHAT}/index.ts`, `${CHAT}/rooms-page.ts`, `${CHAT}/no-room.ts`],
  room: [SHELL, `${CHAT}/index.ts`, `${CHAT}/rooms-page.ts`, `${CHAT}/room/room-page.ts`],
  page: [SHELL],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What is read of what the build tells of its output. */
export interface BuildStats {
  /** Whether `joinScripts` has been here. */
  joined?: boolean;
  readonly outputs: Readonly<Record<string, BuiltScript>>;
}

export interface BuiltScript {
  /** The source that a script of its own was built of, where there is one. */
  readonly entryPoint?: string;
  /** The same of scripts that were joined. */
  readonly entryPoints?: readonly string[];
  readonly imports: readonly { readonly path: string; readonly kind: string; readonly external?: boolean }[];
}

/**
 * The scripts that some sources were built into, and all that these import, in the order in which they are needed.
 * @param leftOut says which are not to be told, nor what they import
 * @throws Error where no script was built of a source
 */
export function scriptsOf(
  stats: BuildStats,
  sources: readonly string[],
  leftOut: (script: string) => boolean = () => false,
): string[] {
  const scripts = new Set<string>();
  for (const source of sources) {
    const [script] = Object.entries(stats.outputs).find(([, built]) => isBuiltOf(built, source)) ?? [];
    if (script === undefined)
      throw new Error(`No script of its own was built of ${source}, which a first view is made of.`);
    addWithImports(stats, script, scripts, leftOut);
  }
  return [...scripts];
}

/** What a script imports, and what that does, without what is imported later. */
export function importedBy(stats: BuildStats, script: string): string[] {
  const scripts = new Set<string>();
  addWithImports(stats, script, scripts, () => false);
  return [...scripts].filter((imported) => imported !== script);
}

function addWithImports(
  stats: BuildStats,
  script: string,
  scripts: Set<string>,
  leftOut: (script: string) => boolean,
): void {
  if (scripts.has(script) || leftOut(script)) return;
  scripts.add(script);
  for (const { path, kind, external } of stats.outputs[script]?.imports ?? [])
    if (kind === 'import-statement' && !external) addWithImports(stats, path, scripts, leftOut);
}

const isBuiltOf = ({ entryPoint, entryPoints = [] }: BuiltScript, source: string): boolean =>
  entryPoint === source || entryPoints.includes(source);
