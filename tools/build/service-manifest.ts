import { isBuiltin } from 'node:module';
import type { Metafile } from 'esbuild';

/** An entry of `packages` in package-lock.json, as far as pruning looks at it; the rest is copied as it is. */
export interface LockedPackage {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/** package-lock.json, version 3. */
export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/** What a container needs to run `npm ci` for one service. */
export interface ServiceManifest {
  /** The service's package.json: the packages it uses, each at its locked version. */
  readonly manifest: {
    readonly name: string;
    readonly version: string;
    readonly private: true;
    readonly type: 'module';
    readonly dependencies: Readonly<Record<string, string>>;
  };
  /** The workspace's lock, cut down to what those packages reach. */
  readonly lock: {
    readonly name: string;
    readonly version: string;
    readonly lockfileVersion: 3;
    readonly requires: true;
    readonly packages: Readonly<Record<string, object>>;
  };
}

/** Packages that another package loads by a name made up at run time, so that no import shows them. */
const loadedByName: Readonly<Record<string, readonly string[]>> = {
  '@nestjs/microservices': ['@nestjs/core'],
  '@nestjs/websockets': ['@nestjs/platform-socket.io'],
  typeorm: ['pg'],
};

/** `@nestjs/common/pipes/x` → `@nestjs/common` */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** The packages that a bundle imports, by name, sorted; Node's own modules left out. */
export function importedPackages(metafile: Metafile): readonly string[] {
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  const names = imports
    .filter(({ external, path }) => external === true && !isBuiltin(path))
    .map(({ path }) => packageOf(path));
  const byName = names.flatMap((name) => loadedByName[name] ?? []);
  return [...new Set([...names, ...byName])].sort();
}

/** Where Node finds `name` when the package at `from` (an install path, '' for the root) asks for it. */
function resolve(lock: Lock, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (lock.packages[path] !== undefined) return path;
    if (folder === '') return undefined;
  }
}

/** Names that npm installs because of this package: all but the peers that are optional. */
function wanted(entry: LockedPackage): readonly string[] {
  const peers = Object.keys(entry.peerDependencies ?? {}).filter(
    (name) => entry.peerDependenciesMeta?.[name]?.optional !== true,
  );
  return [...Object.keys({ ...entry.dependencies, ...entry.optionalDependencies }), ...peers];
}

/** Install paths reachable from the named top-level packages. */
function reachable(lock: Lock, names: readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const queue = names.flatMap((name) => resolve(lock, '', name) ?? []);
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    const from = path;
    queue.push(...wanted(lock.packages[path] ?? {}).flatMap((name) => resolve(lock, from, name) ?? []));
  }
  return reached;
}

/**
 * The package.json and package-lock.json of one service.
 * @throws Error naming a package that the bundle imports and the lock does not hold at its top level.
 */
export function serviceManifest(
  name: string,
  version: string,
  packages: readonly string[],
  lock: Lock,
): ServiceManifest {
  const dependencies = Object.fromEntries(
    packages.map((dependency) => {
      const locked = lock.packages[`node_modules/${dependency}`]?.version;
      if (locked === undefined) throw new Error(`${name} imports ${dependency}, which package.json does not name`);
      return [dependency, locked];
    }),
  );
  const reached = reachable(lock, packages);
  // `dev` tells that the workspace uses a package for tools only; whatever the service reaches, it runs.
  const kept = Object.entries(lock.packages)
    .filter(([path]) => reached.has(path))
    .map(([path, entry]): [string, object] => [path, { ...entry, dev: undefined }]);
  return {
    manifest: { name, version, private: true, type: 'module', dependencies },
    lock: {
      ...{ name, version, lockfileVersion: 3, requires: true },
      packages: { '': { name, version, dependencies }, ...Object.fromEntries(kept) },
    },
  };
}
