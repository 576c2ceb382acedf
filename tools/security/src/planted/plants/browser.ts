import type { Plant } from '../plant';

const headers = 'libs/server/static-site/src/security-headers';
const richText = 'libs/web/ui/src/rich-text';
const words = 'libs/web/ui/src/words/sentences';

/** Guards of what browsers show and carry out. */
export const browserPlants: readonly Plant[] = [
  {
    guard: 'no script but our files',
    file: `${headers}.ts`,
    edits: [
      ["'script-src': [`'self'`, ...ownScripts],", "'script-src': [`'self'`, ...ownScripts, `'unsafe-inline'`],"],
    ],
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
  {
    guard: 'no name turns round a sentence that it stands in',
    file: `${words}.ts`,
    edits: [["isolated(String(params[name] ?? ''), page)", "String(params[name] ?? '')"]],
    spec: `${words}.spec.ts`,
    test: 'S37: hold a name that runs the other way apart from what stands beside it',
  },
  {
    guard: 'no name is filled in like a sentence of ours',
    file: `${words}.ts`,
    edits: [
      [
        "String(params[name] ?? '')",
        "String(this.transpile({ value: params[name], params, translation: {}, key: '' }))",
      ],
    ],
    spec: `${words}.spec.ts`,
    test: 'S33: take a name as it is, also where it looks like a place of theirs',
  },
];
