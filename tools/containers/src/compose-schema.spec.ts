import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DCLinter } from 'dclint';
import { inWorkspace } from './workspace';

// Holds the files against the official Compose schema and its own rules. Off are matters of taste, and one on `build` beside `image`: the
// image's name is what the migration of the same service goes by.
const linter = new DCLinter({
  rules: {
    'no-build-and-image': 0,
    'no-quotes-in-volumes': 0,
    'service-dependencies-alphabetical-order': 0,
    'service-keys-order': 0,
    'services-alphabetical-order': 0,
    'top-level-properties-order': 0,
  },
  quiet: true,
  debug: false,
  exclude: [],
});

function complaints(path: string): readonly string[] {
  const results = linter.lintFiles([path], false);
  expect(results).toHaveLength(1);
  return results.flatMap(({ messages }) => messages).map(({ rule, message, line }) => `${line}: ${rule}: ${message}`);
}

describe('the compose files', () => {
  it('are what the Compose specification allows', () => {
    expect(complaints(inWorkspace('docker-compose.yml'))).toEqual([]);
  });

  it.each(['docker-compose.tls.yml', 'docker-compose.smtp.yml', 'docker-compose.oidc.yml'])(
    'that go on top of it name no project of their own, and are well-formed otherwise: %s',
    (path) => {
      const rules = complaints(inWorkspace(path)).map((complaint) => complaint.split(': ')[1]);
      expect(rules).toEqual(['require-project-name-field']);
    },
  );

  describe('with a mistake', () => {
    let directory: string;

    beforeEach(async () => {
      directory = await mkdtemp(join(tmpdir(), 'parley-compose-'));
    });
    afterEach(() => rm(directory, { recursive: true }));

    it.each([
      ['an unknown key', 'name: x\nservices:\n  a:\n    image: a:1\n    helthcheck: {}\n', 'invalid-schema'],
      ['no tag', 'name: x\nservices:\n  a:\n    image: a\n', 'service-image-require-explicit-tag'],
      [
        'a port open to all',
        'name: x\nservices:\n  a:\n    image: a:1\n    ports: ["80:80"]\n',
        'no-unbound-port-interfaces',
      ],
    ])('are told of: %s', async (_, text, rule) => {
      const path = join(directory, 'docker-compose.yml');
      await writeFile(path, text);
      expect(complaints(path).map((complaint) => complaint.split(': ')[1])).toContain(rule);
    });
  });
});
