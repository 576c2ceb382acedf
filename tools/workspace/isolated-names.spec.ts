import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** What people give a name to, where a template shows it as it is; within a sentence of ours the words say where it stands. */
const SHOWN_AS_IT_IS =
  /\{\{(?![^}]*\bt\([^}]*\bname:)[^}]*(?:\bdisplayName\b|\bsender\(\)(?!\?)|\bcard\.group\b|\bstore\.name\(\)|\baccount\.email\b)[^}]*\}\}/g;

/** Before it: the beginning of an element in which text has a direction of its own, or that only screen readers read. */
const ISOLATED = /<(?:bdi\b[^>]*|[a-z][^>]*\bdir="auto"[^>]*|[a-z][^>]*\bclass="visually-hidden"[^>]*)>\s*$/;

/** The places of a template that show a name which could turn round what stands beside it. */
function unisolated(template: string): string[] {
  return [...template.matchAll(SHOWN_AS_IT_IS)]
    .filter(({ index }) => !ISOLATED.test(template.slice(0, index)))
    .map(([shown]) => shown);
}

it('S37: whatever people call themselves, their rooms or their addresses stands isolated in every template', () => {
  const files = globSync('{apps,libs}/web/**/src/**/*.{html,ts}', {
    cwd: root,
    exclude: (path) => path.endsWith('.spec.ts'),
  });
  const shown = files.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
  const places = shown.flatMap(({ text }) => [...text.matchAll(SHOWN_AS_IT_IS)]);
  expect(places.length).toBeGreaterThan(8);
  const bare = shown.flatMap(({ file, text }) => unisolated(text).map((place) => `${file}: ${place}`));
  expect(bare).toEqual([]);
});

it.each([
  ['<span>{{ person.displayName }}</span>', 1],
  ['<bdi class="who">{{ person.displayName }}</bdi>', 0],
  ['<p dir="auto">\n  {{ person.displayName }}\n</p>', 0],
  ['<bdi>{{ other }}</bdi> {{ store.name() }}', 1],
  ["<p>{{ t('person.youBlocked', { name: person.displayName }) }}</p>", 0],
])('%s has %i', (template, count) => {
  expect(unisolated(template)).toHaveLength(count);
});
