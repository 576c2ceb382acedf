import type { Metafile } from 'esbuild';
import { importedPackages, serviceManifest, type Lock } from './service-manifest';

function bundleImporting(...paths: readonly string[]): Metafile {
  const imports = paths.map((path) => ({ path, kind: 'import-statement' as const, external: true }));
  return { inputs: {}, outputs: { 'main.js': { bytes: 1, inputs: {}, imports, exports: [] } } };
}

const lock: Lock = {
  packages: {
    '': {},
    'node_modules/app': {
      version: '2.0.0',
      dependencies: { inner: '^1.0.0' },
      optionalDependencies: { 'app-linux-x64': '2.0.0' },
      peerDependencies: { host: '*', exotic: '*' },
      peerDependenciesMeta: { exotic: { optional: true } },
    },
    'node_modules/app-linux-x64': { version: '2.0.0' },
    'node_modules/app/node_modules/inner': { version: '1.0.0', dependencies: { leaf: '*' } },
    'node_modules/exotic': { version: '1.0.0' },
    'node_modules/host': { version: '3.0.0' },
    'node_modules/inner': { version: '9.0.0' },
    'node_modules/leaf': { version: '1.1.1' },
  },
};

describe('the packages of a bundle', () => {
  it('are named once, without paths and without what Node brings', () => {
    const bundle = bundleImporting('rxjs/operators', 'rxjs', '@nestjs/common/pipes', 'node:fs', 'path');
    expect(importedPackages(bundle)).toEqual(['@nestjs/common', 'rxjs']);
  });

  it('include the driver that TypeORM loads by itself', () => {
    expect(importedPackages(bundleImporting('typeorm'))).toEqual(['pg', 'typeorm']);
  });
});

describe('the manifest of a service', () => {
  it('pins what the bundle imports', () => {
    expect(serviceManifest('svc', '1.0.0', ['app'], lock).manifest.dependencies).toEqual({ app: '2.0.0' });
  });

  it('locks what those packages reach, where Node would find it, and no more', () => {
    expect(Object.keys(serviceManifest('svc', '1.0.0', ['app'], lock).lock.packages)).toEqual([
      '',
      'node_modules/app',
      'node_modules/app-linux-x64',
      'node_modules/app/node_modules/inner',
      'node_modules/host',
      'node_modules/leaf',
    ]);
  });

  it('refuses a package that the workspace does not name', () => {
    expect(() => serviceManifest('svc', '1.0.0', ['ghost'], lock)).toThrow('svc imports ghost');
  });
});
