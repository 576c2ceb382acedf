import type { Plant } from '../plant';

const headers = 'libs/server/static-site/src/security-headers';
const richText = 'libs/web/ui/src/rich-text';

/** Guards of what browsers show and carry out. */
export const browserPlants: readonly Plant[] = [
  {
    guard: 'no script but our files',
    file: `${headers}.ts`,
    edits: [["'script-src': [`'self'`],", "'script-src': [`'self'`, `'unsafe-inline'`],"]],
    spec: `${headers}.spec.ts`,
    test: 'S36: let no script run but our own files',
  },
  {
    guard: 'Trusted Types',
    file: `${headers}.ts`,
    edits: [["'require-trusted-types-for': [`'script'`],", '']],
    spec: `${headers}.spec.ts`,
    test: 'S36: let no script run but our own files',
  },
  {
    guard: 'nobody frames the app',
    file: `${headers}.ts`,
    edits: [["'frame-ancestors': [`'none'`],", '']],
    spec: `${headers}.spec.ts`,
    test: 'S36: let nobody frame us, guess types, or learn where people come from',
  },
  {
    guard: 'links lead to the web and to mail alone',
    file: `${richText}/safe-link.ts`,
    edits: [['if (!ALLOWED.has(url.protocol)) return null;', 'void ALLOWED;']],
    spec: `${richText}/parse-rich-text.spec.ts`,
    test: 'S34: makes no link of %j',
  },
  {
    guard: 'links tell nobody where one came from',
    file: `${richText}/inline-text.ts`,
    edits: [['rel="noopener noreferrer nofollow"', 'rel="nofollow"']],
    spec: `${richText}/rich-text.spec.ts`,
    test: 'S34: opens links elsewhere, and tells nobody where one came from',
  },
  {
    guard: 'no name passes for another',
    file: 'libs/contracts/src/model/primitives.ts',
    edits: [[`.replace(DECEPTIVE, '')`, '']],
    spec: 'libs/contracts/src/model/primitives.spec.ts',
    test: 'S37: removes what would let one name pass for another',
  },
  {
    guard: 'no name turns round what stands beside it',
    file: 'libs/web/feature-chat/src/messages/message-item.html',
    edits: [['<bdi>{{ sender.displayName }}</bdi>', '<span>{{ sender.displayName }}</span>']],
    spec: 'tools/workspace/isolated-names.spec.ts',
    test: 'S37: whatever people call themselves, their rooms or their addresses stands isolated in every template',
  },
];
