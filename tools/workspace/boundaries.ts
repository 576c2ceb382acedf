/** Which project may import which, by tag. Every project has one `scope:` and one `type:`; both rules bind. */
export interface Boundary {
  readonly sourceTag: string;
  /** Empty: may import no other project. */
  readonly onlyDependOnLibsWithTags: readonly string[];
  /** npm packages by name or pattern; where it is set, no other package may be imported. */
  readonly allowedExternalImports?: readonly string[];
  readonly bannedExternalImports?: readonly string[];
}

const browserOnly = ['@angular/*', '@ngrx/*', '@jsverse/*', 'virtua', 'dompurify'];
const serverOnly = [
  '@nestjs/*',
  'fastify',
  '@fastify/*',
  'typeorm',
  'pg',
  'ioredis',
  'socket.io',
  'pino',
  'nestjs-pino',
];
const forTests = ['fast-check', '@jest/globals'];

export const boundaries: readonly Boundary[] = [
  // Where the code runs.
  {
    sourceTag: 'scope:contracts',
    onlyDependOnLibsWithTags: [],
    allowedExternalImports: ['zod', ...forTests],
  },
  {
    sourceTag: 'scope:client',
    onlyDependOnLibsWithTags: ['scope:contracts'],
    bannedExternalImports: [...browserOnly, ...serverOnly],
  },
  {
    sourceTag: 'scope:server',
    onlyDependOnLibsWithTags: ['scope:server', 'scope:contracts'],
    bannedExternalImports: browserOnly,
  },
  {
    sourceTag: 'scope:web',
    onlyDependOnLibsWithTags: ['scope:web', 'scope:client', 'scope:contracts'],
    bannedExternalImports: serverOnly,
  },
  {
    sourceTag: 'scope:testing',
    onlyDependOnLibsWithTags: ['scope:testing', 'scope:server', 'scope:client', 'scope:contracts'],
  },
  {
    sourceTag: 'scope:tools',
    onlyDependOnLibsWithTags: ['scope:tools', 'scope:testing', 'scope:server', 'scope:client', 'scope:contracts'],
  },
  // What the code is for. Nobody may import `type:app` or `type:e2e`.
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:feature', 'type:data-access', 'type:ui', 'type:runtime'] },
  { sourceTag: 'type:feature', onlyDependOnLibsWithTags: ['type:data-access', 'type:ui', 'type:runtime'] },
  { sourceTag: 'type:data-access', onlyDependOnLibsWithTags: ['type:data-access', 'type:runtime'] },
  { sourceTag: 'type:ui', onlyDependOnLibsWithTags: ['type:ui', 'type:runtime'] },
  { sourceTag: 'type:runtime', onlyDependOnLibsWithTags: ['type:runtime'] },
  { sourceTag: 'type:tool', onlyDependOnLibsWithTags: ['type:tool', 'type:data-access', 'type:runtime'] },
  { sourceTag: 'type:e2e', onlyDependOnLibsWithTags: ['type:tool', 'type:data-access', 'type:runtime'] },
];

/** What tests of an app may import besides: what they run on. Libraries may not, as `testing` is made of them. */
const ofTests: Readonly<Record<string, string>> = { 'scope:server': 'scope:testing', 'type:app': 'type:tool' };

/** The same for spec and fixture files. */
export const boundariesOfTests: readonly Boundary[] = boundaries.map((boundary) => {
  const more = ofTests[boundary.sourceTag];
  if (more === undefined) return boundary;
  return { ...boundary, onlyDependOnLibsWithTags: [...boundary.onlyDependOnLibsWithTags, more] };
});
