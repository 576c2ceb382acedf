import { join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const boundaryRule = '@nx/enforce-module-boundaries';

// The planted files exist in memory only, so that nothing else that reads the tree meanwhile stumbles over them; rules
// that need types would need them on disk.
const eslint = new ESLint({
  cwd: join(import.meta.dirname, '../..'),
  overrideConfig: [tseslint.configs.disableTypeChecked],
});

/** The messages of the boundary rule for a file with this text at this path. */
async function violations(filePath: string, text: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(text, { filePath });
  return (result?.messages ?? []).filter(({ ruleId }) => ruleId === boundaryRule).map(({ message }) => message);
}

describe('the lint', () => {
  it.each([
    ['web → server', 'apps/web/src/planted.ts', '@parley/server-rpc'],
    ['web library → server', 'libs/web/ui/src/planted.ts', '@parley/server-runtime'],
    ['server app → web', 'apps/users/src/planted.ts', '@parley/web-ui'],
    ['server library → client', 'libs/server/edge/src/planted.ts', '@parley/client'],
    ['app → app', 'apps/users/src/planted.ts', '../../messages/src/main'],
    ['library → app', 'libs/server/edge/src/planted.ts', '../../../../apps/users/src/main'],
    ['test → app', 'apps/system-e2e/src/planted.ts', '../../users/src/main'],
    ['contracts → client', 'libs/contracts/src/planted.ts', '@parley/client'],
    ['contracts → a package other than zod', 'libs/contracts/src/planted.ts', 'rxjs'],
    ['client → server', 'libs/client/src/planted.ts', '@parley/server-rpc'],
    ['client → a framework', 'libs/client/src/planted.ts', '@angular/core'],
    ['ui → data access', 'libs/web/ui/src/planted.ts', '@parley/web-data-access'],
    ['feature → feature', 'libs/web/feature-chat/src/planted.ts', '@parley/web-feature-people'],
    ['web → a server package', 'apps/web/src/planted.ts', '@nestjs/common'],
    ['server → testing', 'apps/users/src/planted.ts', '@parley/testing'],
    ['test of a server library → testing', 'libs/server/rpc/src/planted.spec.ts', '@parley/testing'],
  ])('refuses %s', async (_, file, imported) => {
    expect(await violations(file, `import * as planted from '${imported}';\nexport { planted };\n`)).toHaveLength(1);
  });

  it.each([
    ['apps/web/src/planted.ts', '@parley/web-ui'],
    ['apps/users/src/planted.ts', '@parley/server-database'],
    ['libs/server/rpc/src/planted.ts', '@parley/contracts'],
    ['libs/client/src/planted.ts', '@parley/contracts'],
    ['libs/web/data-access/src/planted.ts', '@parley/client'],
    ['libs/testing/src/planted.ts', '@parley/server-embedded'],
    ['tools/seed/planted.ts', '@parley/client'],
    ['apps/system-e2e/src/planted.ts', '@parley/testing'],
    ['apps/users/src/planted.int-spec.ts', '@parley/testing'],
    ['apps/users/src/planted.fixture.ts', '@parley/testing'],
  ])('lets %s import %s', async (file, imported) => {
    expect(await violations(file, `import * as planted from '${imported}';\nexport { planted };\n`)).toEqual([]);
  });

  it('cannot be silenced from within a file', async () => {
    const text = `// eslint-disable-next-line\nimport * as planted from '@parley/server-rpc';\nexport { planted };\n`;
    expect(await violations('apps/web/src/planted.ts', text)).toHaveLength(1);
  });
});
